package lindyn.log;

import java.io.IOException;
import java.util.function.Function;
import lindyn.file.InputFile;
import lindyn.file.RowSink;
import lindyn.log.format.LogColumns;
import lindyn.log.format.LogTable;
import lindyn.log.format.LogTables;
import lindyn.log.format.MappedNames;
import lindyn.log.format.Row;
import lindyn.log.preparation.PreparedRows;
import lindyn.log.preparation.RowShape;

/**
 * Turns a log into rows.
 *
 * @param options what the log does not say about itself
 * @param torques what is done with its torques
 */
record LogParser(ReadingOptions options, LogColumns.Torques torques) {

  /** Returns this for the same rows with their torques. */
  LogParser withTorques() {
    return new LogParser(options, LogColumns.Torques.READ);
  }

  /**
   * What a log turned out to be.
   *
   * @param columns its columns
   * @param sha256 hash of the file's bytes, in hexadecimal
   */
  record Parsed(LogColumns columns, String sha256) {}

  /**
   * Reads a file to its end.
   *
   * @param sink makes what receives the rows, from what the columns are
   * @throws lindyn.InputException if it cannot be read or is not a log
   */
  Parsed parse(InputFile file, Function<LogColumns, RowSink> sink) {
    try (LogTable table = LogTables.open(file)) {
      LogColumns columns = columns(table);
      table.select(columns);
      RowSink prepared = prepared(file, columns, sink.apply(columns));
      var checks = new RowChecks(table, columns, options.samplePeriod(), prepared);
      var row = new Row(columns.numbers().all().length);
      while (table.next(row)) {
        checks.add(row);
      }
      checks.finish();
      return new Parsed(columns, table.sha256());
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private LogColumns columns(LogTable table) {
    MappedNames mapped = options.mapping().apply(table.names(), table.places(), torques);
    return new HeaderParser(table.places(), mapped).parse(options, torques);
  }

  private RowSink prepared(InputFile file, LogColumns columns, RowSink sink) {
    var numbers = columns.numbers();
    var shape =
        new RowShape(
            columns.joints(),
            options.preparation().derivatives().of(columns.hasQd(), columns.hasQdd()),
            numbers.extra().size() + numbers.tau().size());
    return PreparedRows.before(sink, file, options.preparation().times(), shape);
  }
}
