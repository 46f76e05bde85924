package lindyn.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import lindyn.InputException;
import org.jspecify.annotations.Nullable;

/** A file or folder that a command is to make: it must not exist, and there must be room for it. */
final class NewPath {

  private NewPath() {}

  /**
   * Checks that a file can be made in a folder that exists.
   *
   * @param option where the path was given
   * @throws InputException if it exists or its folder does not
   */
  static void require(Path path, String option) {
    requireAbsent(path, option);
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new InputException(
          path + ": its folder does not exist; make it or choose another " + option);
    }
    requireWritable(path, parent, option);
  }

  /**
   * Checks that a folder can be made, with its parents.
   *
   * @param option where the path was given
   * @throws InputException if it exists or cannot be made
   */
  static void requireFolder(Path path, String option) {
    requireAbsent(path, option);
    Path parent = path.toAbsolutePath().normalize().getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    requireWritable(path, parent, option);
  }

  private static void requireAbsent(Path path, String option) {
    if (path.toString().isBlank()) {
      throw new InputException(option + " is empty; give a name");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new InputException(
          path + ": exists already; choose another " + option + ", nothing was overwritten");
    }
  }

  private static void requireWritable(Path path, @Nullable Path parent, String option) {
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new InputException(
          path + ": " + parent + " is not a folder that can be written; choose another " + option);
    }
  }
}
