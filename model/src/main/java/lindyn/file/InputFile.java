package lindyn.file;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import lindyn.InputException;

/**
 * A file that the user named, and the one-line errors about it.
 *
 * @param path as the user wrote it, so that the errors show what the user knows
 * @param listener hears of the reading
 */
public record InputFile(Path path, ReadingListener listener) {

  private static final int LONGEST_QUOTE = 40;
  private static final int LONGEST_LIST = 12;

  /** A file whose reading nobody watches. */
  public InputFile(Path path) {
    this(path, ReadingListener.SILENT);
  }

  /**
   * Opens the file.
   *
   * @throws InputException if it is missing, a folder or unreadable
   */
  public InputStream open() {
    if (Files.isDirectory(path)) {
      throw error("is a folder; name the files in it");
    }
    try {
      boolean isPipe = Files.exists(path) && !Files.isRegularFile(path);
      // a pipe's channel says that it can seek, and then cannot
      return isPipe
          ? new FileInputStream(path.toFile())
          : new WatchedStream(Files.newInputStream(path), path, Files.size(path), listener);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Returns the file's name without its folder. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Returns the file's name without its folder and without the ending of its format. */
  public String stem() {
    String stem = name();
    for (String ending : List.of(".gz", ".csv", ".npz", ".mat", ".parquet")) {
      if (stem.toLowerCase(Locale.ROOT).endsWith(ending)) {
        stem = stem.substring(0, stem.length() - ending.length());
      }
    }
    return stem.isEmpty() ? name() : stem;
  }

  /** Returns an error about the whole file. */
  public InputException error(String text) {
    return new InputException(oneLine(path + ": " + text));
  }

  /** Returns an error about the whole file. */
  public InputException error(String text, Throwable cause) {
    return new InputException(oneLine(path + ": " + text), cause);
  }

  /** Returns an error about one line, counted from 1. */
  public InputException error(long line, String text) {
    return new InputException(oneLine(path + ":" + line + ": " + text));
  }

  /** Returns an error about one line, counted from 1. */
  public InputException error(long line, String text, Throwable cause) {
    return new InputException(oneLine(path + ":" + line + ": " + text), cause);
  }

  /**
   * Returns the error of a file that is too large, or says so because it is damaged: libraries
   * allocate what a file claims before they look whether that much follows.
   */
  public InputException doesNotFit(Error cause) {
    return error(
        "does not fit into memory, or is damaged; give Java more memory (-Xmx), or save the log as"
            + " CSV or .npz, which need little",
        cause);
  }

  /** Returns the error that says why the file cannot be read. */
  public InputException unreadable(IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    if (cause instanceof NoSuchFileException) {
      reason = "no such file; check the path";
    } else if (cause instanceof AccessDeniedException) {
      reason = "may not be read; check its permissions";
    } else if (cause instanceof ZipException || cause instanceof EOFException) {
      reason = "damaged gzip file (" + reason + "); copy it again or unpack it first";
    } else {
      reason = "cannot be read: " + reason;
    }
    return new InputException(oneLine(path + ": " + reason), cause);
  }

  /** Quotes what was found in a file, shortened and on one line. */
  public static String quoted(String found) {
    boolean isLong = found.length() > LONGEST_QUOTE;
    return '"' + oneLine(isLong ? found.substring(0, LONGEST_QUOTE) + "…" : found) + '"';
  }

  /** Lists what was found in a file, shortened and on one line. */
  public static String listed(List<String> found) {
    String list = found.stream().limit(LONGEST_LIST).collect(Collectors.joining(", "));
    int more = found.size() - LONGEST_LIST;
    return oneLine(more > 0 ? list + ", … (" + more + " more)" : list);
  }

  private static String oneLine(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
