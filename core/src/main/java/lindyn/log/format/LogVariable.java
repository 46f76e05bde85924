package lindyn.log.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A named array in a binary log. */
interface LogVariable {

  /** Returns its name in the log. */
  String name();

  /** Returns its lengths: [rows], [rows, columns] or [trials, steps, columns]. */
  List<Long> shape();

  /** Says why it holds no numbers or ids that can be read, or nothing if it does. */
  String problem();

  /** Tells whether its elements are text. */
  boolean holdsText();

  /**
   * Opens it before its first row; trials are rows one after the other.
   *
   * @param columns number of elements of a row, the last length or 1
   */
  Rows open(int columns) throws IOException;

  /** The rows of a variable, from the first to the last. */
  interface Rows extends Closeable {

    /** Goes to the next row. */
    void next() throws IOException;

    /** Returns a number of the current row; NaN if it is missing or no number. */
    double number(int column);

    /**
     * Ends the reading behind the last row.
     *
     * @throws lindyn.InputException if what was read turns out to be damaged
     */
    default void finish() throws IOException {}

    /** Returns an element of the current row as an id or for an error; empty if it is missing. */
    String text(int column);
  }

  /** Writes a number as an id: whole ones without a point, as 64-bit integers look. */
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
