package lindyn.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A text file that appears complete or not at all. */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes a text in UTF-8 beside its place and moves it there.
   *
   * @throws UncheckedIOException if that fails; nothing is left behind then
   */
  public static void write(Path file, String text) {
    // Not createTempFile, whose files only their owner may read.
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try {
        Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
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
