package lindyn.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a folder remembers of one of its files.
 *
 * @param name the file's name
 * @param bytes its size
 * @param sha256 hash of its bytes, in hexadecimal
 */
public record StoredFile(String name, long bytes, String sha256) {

  /**
   * Measures a file.
   *
   * @throws IOException if it cannot be read
   */
  public static StoredFile of(Path file) throws IOException {
    MessageDigest digest = newDigest();
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
      long bytes = stream.transferTo(OutputStream.nullOutputStream());
      return new StoredFile(
          file.getFileName().toString(), bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
