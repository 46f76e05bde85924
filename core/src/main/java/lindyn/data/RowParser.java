package lindyn.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lindyn.InputException;
import org.apache.commons.csv.CSVRecord;

/** Turns the rows of one log into recordings. */
final class RowParser {

  private final InputFile file;
  private final CsvHeader header;
  private final OptionalDouble samplePeriod;
  private final int[] columns;
  private final float[] row;
  private final List<Recording> finished = new ArrayList<>();
  private final Map<String, Long> lastLines = new HashMap<>();
  private RecordingBuilder current;
  private long previousLine;

  /** Starts before the first row. */
  RowParser(InputFile file, CsvHeader header, OptionalDouble samplePeriod) {
    this.file = file;
    this.header = header;
    this.samplePeriod = samplePeriod;
    this.columns = header.numbers().all();
    this.row = new float[columns.length];
    this.current = new RecordingBuilder(file.stem(), header, columns.length);
  }

  /**
   * Adds a row.
   *
   * @param cells the row's cells
   * @param line the row's line, from 1
   * @throws InputException if a cell cannot be used, or the row cannot follow the one before
   */
  void add(CSVRecord cells, long line) {
    if (cells.size() == 1 && cells.get(0).isBlank()) {
      return; // a line of spaces is a blank line
    }
    if (cells.size() != header.names().size()) {
      throw ragged(cells, line);
    }
    header.trajectory().ifPresent(column -> enter(cells.get(column), line));
    header.time().ifPresent(column -> addTime(cells.get(column), line));
    for (int i = 0; i < columns.length; i++) {
      row[i] = NumberCell.toFloat(cells.get(columns[i]));
      if (Float.isNaN(row[i])) {
        throw badCell(columns[i], cells.get(columns[i]), line);
      }
    }
    current.addNumbers(row);
    previousLine = line;
  }

  /**
   * Returns what was read.
   *
   * @throws InputException if there was no row
   */
  List<Recording> finish() {
    if (previousLine == 0) {
      throw file.error(1, "found a header and no rows, expected samples below it; is the log cut?");
    }
    finished.add(current.build(samplePeriod));
    return finished;
  }

  private void enter(String id, long line) {
    if (id.isEmpty()) {
      throw file.error(line, "column 'trajectory' is empty, expected an id; fill it in");
    }
    if (previousLine != 0 && id.equals(current.id())) {
      return;
    }
    if (previousLine != 0) {
      finished.add(current.build(samplePeriod));
      lastLines.put(current.id(), previousLine);
    }
    Long lastLine = lastLines.get(id);
    if (lastLine != null) {
      throw file.error(
          line,
          String.format(
              "column 'trajectory' returns to %s, which ended at line %d; expected the rows of a"
                  + " trajectory together; sort the log or give it another id",
              InputFile.quoted(id), lastLine));
    }
    current = new RecordingBuilder(id, header, columns.length);
  }

  private void addTime(String cell, long line) {
    double time = NumberCell.toDouble(cell);
    if (Double.isNaN(time)) {
      throw badCell(header.time().orElseThrow(), cell, line);
    }
    if (!(time > current.latestTime())) {
      throw file.error(
          line,
          String.format(
              "column 't' holds %s after %s at line %d, expected times that increase; sort the rows"
                  + "%s",
              time,
              current.latestTime(),
              previousLine,
              header.trajectory().isPresent()
                  ? ""
                  : " or tell several recordings apart in a column 'trajectory'"));
    }
    current.addTime(time);
  }

  private InputException badCell(int column, String cell, long line) {
    return file.error(
        line, "column '" + header.names().get(column) + "' " + NumberCell.problem(cell));
  }

  private InputException ragged(CSVRecord cells, long line) {
    boolean tooMany = cells.size() > header.names().size();
    return file.error(
        line,
        String.format(
            "found %d cells, expected %d as in the header; %s",
            cells.size(),
            header.names().size(),
            tooMany
                ? "drop the extra cells, or write decimal points if these are decimal commas"
                : "is the row cut? complete or drop it"));
  }
}
