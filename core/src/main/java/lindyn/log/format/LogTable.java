package lindyn.log.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A log as a table, whatever its file format: named columns, and rows that are read once from the
 * first to the last.
 *
 * <p>A table only reads. What a row must hold is checked in one place for all formats, not here.
 */
public interface LogTable extends Closeable {

  /** Returns the names of the columns; a column may lack a name. */
  List<String> names();

  /** Returns how errors name the places of this log. */
  LogPlaces places();

  /**
   * Says which columns the rows are to hold; called once, before the first row.
   *
   * @throws lindyn.InputException if those columns do not fit together
   */
  void select(LogColumns columns) throws IOException;

  /**
   * Reads the next row into {@code row}.
   *
   * @return whether there was one
   * @throws lindyn.InputException if the file is damaged or the row has other columns than the log
   */
  boolean next(Row row) throws IOException;

  /** Returns what a column of the latest row holds, as text for an error. */
  String cell(int column);

  /** Returns the hash of all bytes of the file, in hexadecimal; called after the last row. */
  String sha256() throws IOException;
}
