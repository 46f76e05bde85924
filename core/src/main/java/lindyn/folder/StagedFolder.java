package lindyn.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lindyn.InputException;

/** Makes a folder that appears complete or not at all. */
public final class StagedFolder {

  private StagedFolder() {}

  /** Fills a folder with files. */
  @FunctionalInterface
  public interface Content {

    /** Writes the files. */
    void writeInto(Path folder) throws IOException;
  }

  /**
   * Fills a folder beside the final one, then moves it there in one step.
   *
   * @throws InputException if the folder exists
   * @throws UncheckedIOException if it cannot be written; then nothing of it is left
   */
  public static void create(Path folder, Content content) {
    Path target = folder.toAbsolutePath().normalize();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new InputException(
          folder + ": exists already; name a new folder, or remove this one first");
    }
    Path staging = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(staging);
      content.writeInto(staging);
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write folder " + folder + " (" + e.getMessage() + ")", e);
    } finally {
      removeIfLeft(staging);
    }
  }

  private static void removeIfLeft(Path staging) {
    if (!Files.isDirectory(staging)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(staging)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the unfinished folder " + staging, e);
    }
  }
}
