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

  /** Says what names the columns should have. */
  public String expected() {
    return rows == Rows.LINES
        ? StandardColumns.EXPECTED_HEADER
        : StandardColumns.EXPECTED_VARIABLES;
  }

  /** Returns the error of a log that has columns and no rows. */
  public InputException withoutRows() {
    return headerError(
        rows == Rows.LINES
            ? "found a header and no rows, expected samples below it; is the log cut?"
            : "holds no samples, expected one row per sample; is the log cut?");
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
