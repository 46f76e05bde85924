package lindyn.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import lindyn.InputException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Turns a log into rows.
 *
 * @param options what the log does not say about itself
 * @param torques what is done with its torques
 */
record LogParser(ReadingOptions options, LogColumns.Torques torques) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).get();

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
   * @throws InputException if it cannot be read or is not a log
   */
  Parsed parse(InputFile file, Function<LogColumns, RowSink> sink) {
    try (LogBytes bytes = LogBytes.open(file);
        var decoded = new InputStreamReader(bytes.text(), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(new GuardedReader(file, decoded), FORMAT)) {
      LogColumns columns = parse(file, parser, sink);
      return new Parsed(columns, bytes.sha256());
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private LogColumns parse(InputFile file, CSVParser parser, Function<LogColumns, RowSink> sink) {
    try {
      Iterator<CSVRecord> rows = parser.iterator();
      if (!rows.hasNext()) {
        throw file.error(1, "is empty, expected a header line and samples; is the log cut?");
      }
      LogColumns columns =
          new HeaderParser(file, parser.getCurrentLineNumber(), rows.next().toList())
              .parse(options, torques);
      RowSink prepared = prepared(file, columns, sink.apply(columns));
      var parsed = new RowParser(file, columns, options.samplePeriod(), prepared);
      while (rows.hasNext()) { // reads the row, so that the parser stands in its line
        parsed.add(rows.next(), parser.getCurrentLineNumber());
      }
      parsed.finish();
      return columns;
    } catch (UncheckedIOException e) {
      throw parseError(file, parser, Objects.requireNonNull(e.getCause()));
    }
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

  private static InputException parseError(InputFile file, CSVParser parser, IOException cause) {
    return cause instanceof CSVException
        ? file.error(
            parser.getCurrentLineNumber(),
            "found text after a closing quote, expected a comma; drop the quotes or double them")
        : file.unreadable(cause);
  }
}
