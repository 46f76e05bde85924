package lindyn.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import lindyn.InputException;
import lindyn.Provenance;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one log at a time. */
final class LogReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setIgnoreSurroundingSpaces(true).get();

  private final CsvOptions options;
  private final CsvHeader.Torques torques;

  LogReader(CsvOptions options, CsvHeader.Torques torques) {
    this.options = options;
    this.torques = torques;
  }

  /**
   * What one file holds.
   *
   * @param file where it came from
   * @param header its columns
   * @param recordings in the order of the file; their ids are unique in it
   * @param source the file's name and hash
   */
  record Log(
      InputFile file, CsvHeader header, List<Recording> recordings, Provenance.Source source) {}

  /**
   * Reads a file.
   *
   * @throws InputException if it cannot be read or is not a log
   */
  Log read(Path path) {
    var file = new InputFile(path);
    try (LogBytes bytes = LogBytes.open(file);
        var decoded = new InputStreamReader(bytes.text(), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(new GuardedReader(file, decoded), FORMAT)) {
      return read(file, parser, bytes);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private Log read(InputFile file, CSVParser parser, LogBytes bytes) throws IOException {
    try {
      Iterator<CSVRecord> rows = parser.iterator();
      if (!rows.hasNext()) {
        throw file.error(1, "is empty, expected a header line and samples; is the log cut?");
      }
      CsvHeader header =
          new HeaderParser(file, parser.getCurrentLineNumber(), rows.next().toList())
              .parse(options, torques);
      var parsed = new RowParser(file, header, options.samplePeriod());
      while (rows.hasNext()) { // reads the row, so that the parser stands in its line
        parsed.add(rows.next(), parser.getCurrentLineNumber());
      }
      List<Recording> recordings = parsed.finish();
      long samples = recordings.stream().mapToLong(r -> r.motion().timeSteps()).sum();
      return new Log(
          file, header, recordings, new Provenance.Source(file.name(), bytes.sha256(), samples));
    } catch (UncheckedIOException e) {
      throw parseError(file, parser, Objects.requireNonNull(e.getCause()));
    }
  }

  private static InputException parseError(InputFile file, CSVParser parser, IOException cause) {
    return cause instanceof CSVException
        ? file.error(
            parser.getCurrentLineNumber(),
            "found text after a closing quote, expected a comma; drop the quotes or double them")
        : file.unreadable(cause);
  }
}
