package lindyn.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import lindyn.file.Disk;

/** A file that appears complete or not at all, whatever happens to process or machine. */
public final class AtomicFile {

  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** What writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes everything; the stream is buffered, and closed by the caller.
     *
     * @throws IOException if the stream does
     */
    void writeTo(OutputStream bytes) throws IOException;
  }

  /**
   * Writes a text in UTF-8 beside its place and moves it there.
   *
   * @throws UncheckedIOException if that fails; nothing is left behind then
   */
  public static void write(Path file, String text) {
    write(file, bytes -> bytes.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes bytes beside their place, as they come, and moves them there.
   *
   * @throws UncheckedIOException if that fails; nothing is left behind then, nor if the content
   *     throws or the process is interrupted
   */
  public static void write(Path file, Content content) {
    // Not createTempFile, whose files only their owner may read.
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    temporary.toFile().deleteOnExit(); // for Ctrl-C, which runs no finally
    try {
      try {
        try (OutputStream bytes =
            new BufferedOutputStream(
                Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), BUFFER)) {
          content.writeTo(bytes);
        }
        Disk.force(temporary);
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + " (" + e + ")", e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
