package lindyn.log.format;

import lindyn.InputException;
import lindyn.file.InputFile;

/**
 * Names the places of a log in errors.
 *
 * @param file the log
 * @param rows what its rows are counted by
 * @param header position of the names of its columns
 * @param hint what errors about the names add, or empty
 */
public record LogPlaces(InputFile file, Rows rows, long header, String hint) {

  /** What the rows of a log are counted by, from 1. */
  public enum Rows {
    /** Lines of a text file. */
    LINES,
    /** Rows of arrays. */
    ROWS
  }

  /** Returns an error about the names of the columns. */
  public InputException headerError(String text) {
    String hinted = hint.isEmpty() ? text : text + "; " + hint;
    return rows == Rows.LINES ? file.error(header, hinted) : file.error(hinted);
  }

  /** Returns an error about a row. */
  public InputException error(long position, String text) {
    return rows == Rows.LINES
        ? file.error(position, text)
        : file.error(name(position) + ": " + text);
  }

  /** Names a row, as "line 3". */
  public String name(long position) {
    return (rows == Rows.LINES ? "line " : "row ") + position;
  }
}
