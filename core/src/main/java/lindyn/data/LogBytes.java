package lindyn.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import lindyn.InputException;

/** The bytes of a log: hashed as they lie in the file, then unpacked if they are gzip. */
final class LogBytes implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP = bytes(0x1f, 0x8b);
  private static final byte[] ZIP = bytes('P', 'K', 3, 4);
  private static final byte[] UTF_8_MARK = bytes(0xef, 0xbb, 0xbf);
  private static final byte[] UTF_16_LITTLE_ENDIAN = bytes(0xff, 0xfe);
  private static final byte[] UTF_16_BIG_ENDIAN = bytes(0xfe, 0xff);

  private final DigestInputStream file;
  private final InputStream text;

  private LogBytes(DigestInputStream file, InputStream text) {
    this.file = file;
    this.text = text;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /**
   * Opens a log.
   *
   * @throws InputException if the file cannot be read or does not hold UTF-8 text
   * @throws IOException if reading its first bytes fails
   */
  static LogBytes open(InputFile file) throws IOException {
    var digested = new DigestInputStream(file.open(), sha256Digest());
    try {
      return new LogBytes(digested, textOf(file, digested));
    } catch (IOException | InputException e) {
      digested.close();
      throw e;
    }
  }

  private static InputStream textOf(InputFile file, InputStream raw) throws IOException {
    var packed = new PushbackInputStream(new BufferedInputStream(raw, BUFFER), ZIP.length);
    if (startsWith(packed, ZIP)) {
      throw file.error("is a ZIP or Excel file, expected CSV text; export the log as CSV");
    }
    if (!startsWith(packed, GZIP)) {
      return withoutMark(file, packed);
    }
    return withoutMark(
        file, new PushbackInputStream(new GZIPInputStream(packed, BUFFER), ZIP.length));
  }

  private static InputStream withoutMark(InputFile file, PushbackInputStream text)
      throws IOException {
    if (startsWith(text, UTF_16_LITTLE_ENDIAN) || startsWith(text, UTF_16_BIG_ENDIAN)) {
      throw file.error(1, "is UTF-16 text, expected UTF-8; save the log as UTF-8");
    }
    if (startsWith(text, UTF_8_MARK)) {
      text.skipNBytes(UTF_8_MARK.length);
    }
    return text;
  }

  private static boolean startsWith(PushbackInputStream stream, byte[] magic) throws IOException {
    byte[] start = stream.readNBytes(magic.length);
    stream.unread(start);
    return Arrays.equals(start, magic);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the hash of bytes, in hexadecimal. */
  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256Digest().digest(bytes));
  }

  /**
   * Returns the hash of all of a file's bytes, in hexadecimal.
   *
   * @throws InputException if the file cannot be opened
   */
  static String sha256(InputFile file) throws IOException {
    try (var digested = new DigestInputStream(file.open(), sha256Digest())) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
  }

  /** Returns the unpacked text, without a byte order mark. */
  InputStream text() {
    return text;
  }

  /** Reads the file to its end and returns the hash of all its bytes, in hexadecimal. */
  String sha256() throws IOException {
    file.transferTo(OutputStream.nullOutputStream()); // what follows the end of a gzip stream
    return HexFormat.of().formatHex(file.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
