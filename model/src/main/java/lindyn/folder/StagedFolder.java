package lindyn.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.file.Disk;

/** Makes a folder that appears complete or not at all, and removes it in the same way. */
public final class StagedFolder {

  /** Names of files and folders that are not complete yet, or no longer. */
  private static final Pattern HIDDEN =
      Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
    Path staging = hiddenBeside(target);
    try {
      Files.createDirectories(staging);
      content.writeInto(staging);
      forceAll(staging);
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      Disk.force(parent(target));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write folder " + folder + " (" + e.getMessage() + ")", e);
    } finally {
      removeIfLeft(staging);
    }
  }

  private static void forceAll(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Disk.force(path);
      }
    }
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), "a folder that was made has a parent");
  }

  /**
   * Removes a folder: it disappears in one step.
   *
   * @throws UncheckedIOException if that fails
   */
  public static void remove(Path folder) {
    Path hidden = hiddenBeside(folder);
    try {
      Files.move(folder, hidden, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder + " (" + e + ")", e);
    }
    removeIfLeft(hidden);
  }

  /**
   * Removes what processes that were killed have left behind in a folder, in which no other process
   * may be at work.
   *
   * @throws UncheckedIOException if that fails
   */
  public static void removeLeftovers(Path parent) {
    try (Stream<Path> paths = Files.list(parent)) {
      paths.filter(StagedFolder::isHidden).forEach(StagedFolder::removeIfLeft);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + parent + " (" + e + ")", e);
    }
  }

  private static Path hiddenBeside(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + "." + UUID.randomUUID());
  }

  private static boolean isHidden(Path folder) {
    return HIDDEN.matcher(String.valueOf(folder.getFileName())).matches();
  }

  private static void removeIfLeft(Path staging) {
    if (!Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(staging)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the unfinished " + staging, e);
    }
  }
}
