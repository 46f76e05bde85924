package lindyn.log.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import lindyn.InputException;
import lindyn.file.InputFile;

/** The bytes of a log: hashed as they lie in the file, then unpacked if they are gzip. */
public final class LogBytes implements Closeable {

  /** As many bytes as tell the format of a file. */
  static final int START = 128;

  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP = bytes(0x1f, 0x8b);
  private static final byte[] UTF_8_MARK = bytes(0xef, 0xbb, 0xbf);
  private static final byte[] UTF_16_LITTLE_ENDIAN = bytes(0xff, 0xfe);
  private static final byte[] UTF_16_BIG_ENDIAN = bytes(0xfe, 0xff);

  private final InputFile file;
  private final DigestInputStream digested;
  private final BufferedInputStream raw;

  private LogBytes(InputFile file) {
    this.file = file;
    this.digested = new DigestInputStream(file.open(), sha256Digest());
    this.raw = new BufferedInputStream(digested, BUFFER);
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
   * @throws InputException if the file cannot be opened
   */
  static LogBytes open(InputFile file) {
    return new LogBytes(file);
  }

  /** Returns the first bytes of the file, {@link #START} if it has as many. */
  byte[] start() throws IOException {
    return peek(raw, START);
  }

  /**
   * Returns the unpacked text, without a byte order mark.
   *
   * @throws InputException if it is not UTF-8
   */
  InputStream text() throws IOException {
    InputStream text = startsWith(raw, GZIP) ? unpacked() : raw;
    if (startsWith(text, UTF_16_LITTLE_ENDIAN) || startsWith(text, UTF_16_BIG_ENDIAN)) {
      throw file.error(1, "is UTF-16 text, expected UTF-8; save the log as UTF-8");
    }
    if (startsWith(text, UTF_8_MARK)) {
      text.skipNBytes(UTF_8_MARK.length);
    }
    return text;
  }

  private InputStream unpacked() throws IOException {
    var unpacked = new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
    FileKind kind = FileKind.of(new String(peek(unpacked, START), StandardCharsets.ISO_8859_1));
    if (kind == FileKind.GZIP) {
      throw file.error("is packed twice with gzip, expected once; unpack it once");
    }
    if (kind != FileKind.TEXT) {
      throw file.error(
          "is " + kind.noun() + " packed with gzip, which only CSV may be; unpack it first");
    }
    return unpacked;
  }

  private static boolean startsWith(InputStream stream, byte[] magic) throws IOException {
    return Arrays.equals(peek(stream, magic.length), magic);
  }

  private static byte[] peek(InputStream stream, int count) throws IOException {
    stream.mark(count);
    byte[] start = stream.readNBytes(count);
    stream.reset();
    return start;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the hash of bytes, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256Digest().digest(bytes));
  }

  /**
   * Returns the hash of all of a file's bytes, in hexadecimal.
   *
   * @throws InputException if the file cannot be opened
   */
  public static String sha256(InputFile file) throws IOException {
    try (var digested = new DigestInputStream(file.open(), sha256Digest())) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
  }

  /** Reads the file to its end and returns the hash of all its bytes, in hexadecimal. */
  String sha256() throws IOException {
    digested.transferTo(OutputStream.nullOutputStream()); // what follows the end of a gzip stream
    return HexFormat.of().formatHex(digested.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
