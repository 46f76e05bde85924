package lindyn.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import lindyn.InputException;

/** The log files that a command names. */
final class LogFiles {

  /** What a command says of its parameter LOG. */
  static final String DESCRIPTION =
      "CSV (plain or gzip), .npz, .mat or .parquet files, or quoted globs such as 'logs/*.csv'.";

  private LogFiles() {}

  /**
   * Replaces globs that the shell left alone by the files that match, sorted by name.
   *
   * @throws InputException if a glob matches nothing
   */
  static List<Path> of(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (isGlob(path.toString()) && Files.notExists(path)) {
        files.addAll(matching(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static boolean isGlob(String text) {
    return text.matches(".*[*?\\[{].*");
  }

  private static List<Path> matching(Path glob) {
    Path parent = glob.getParent();
    if (parent != null && Files.notExists(parent)) {
      throw new InputException(
          glob
              + (isGlob(parent.toString())
                  ? ": globs in folders and ** are not supported, globs stand for the files of one"
                      + " folder; give one glob per folder, such as 'logs/*.csv'"
                  : ": no such folder " + parent + "; check the path"));
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(parent == null ? Path.of("") : parent, LogOptions.name(glob))) {
      found.forEach(files::add);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          glob + ": is no glob (" + e.getDescription() + "); write for example 'logs/*.csv'", e);
    } catch (IOException | DirectoryIteratorException e) {
      throw new InputException(
          glob + ": folder cannot be searched; check that it is a folder that may be read", e);
    }
    boolean wantsHidden = LogOptions.name(glob).startsWith(".");
    files.removeIf(
        file -> Files.isDirectory(file) || (LogOptions.name(file).startsWith(".") && !wantsHidden));
    if (files.isEmpty()) {
      throw new InputException(
          glob + ": no file matches; check the path, globs stand for the files of one folder");
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }
}
