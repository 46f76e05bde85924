package lindyn.data;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import lindyn.InputException;
import org.apache.commons.csv.CSVRecord;

/** Checks the rows of one log and passes their numbers on. */
final class RowParser {

  private final InputFile file;
  private final LogColumns header;
  private final OptionalDouble samplePeriod;
  private final int[] columns;
  private final float[] row;
  private final RowSink sink;
  private final Map<String, Long> lastLines = new HashMap<>();
  private String id;
  private long rowsOfId;
  private double latestTime = Double.NEGATIVE_INFINITY;
  private long previousLine;

  /** Starts before the first row. */
  RowParser(InputFile file, LogColumns header, OptionalDouble samplePeriod, RowSink sink) {
    this.file = file;
    this.header = header;
    this.samplePeriod = samplePeriod;
    this.columns = header.numbers().all();
    this.row = new float[columns.length];
    this.sink = sink;
    this.id = file.stem();
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
    enter(header.trajectory().isPresent() ? cells.get(header.trajectory().getAsInt()) : id, line);
    double time =
        header.time().isPresent()
            ? time(cells.get(header.time().getAsInt()), line)
            : rowsOfId * samplePeriod.orElseThrow();
    for (int i = 0; i < columns.length; i++) {
      row[i] = NumberCell.toFloat(cells.get(columns[i]));
      if (Float.isNaN(row[i])) {
        throw badCell(columns[i], cells.get(columns[i]), line);
      }
    }
    sink.add(time, row);
    latestTime = time;
    rowsOfId++;
    previousLine = line;
  }

  /**
   * Ends the last trajectory.
   *
   * @throws InputException if there was no row
   */
  void finish() {
    if (previousLine == 0) {
      throw file.error(1, "found a header and no rows, expected samples below it; is the log cut?");
    }
    sink.end();
  }

  private void enter(String newId, long line) {
    if (newId.isEmpty()) {
      throw file.error(line, "column 'trajectory' is empty, expected an id; fill it in");
    }
    if (previousLine != 0 && newId.equals(id)) {
      return;
    }
    if (previousLine != 0) {
      sink.end();
      lastLines.put(id, previousLine);
    }
    Long lastLine = lastLines.get(newId);
    if (lastLine != null) {
      throw file.error(
          line,
          String.format(
              "column 'trajectory' returns to %s, which ended at line %d; expected the rows of a"
                  + " trajectory together; sort the log or give it another id",
              InputFile.quoted(newId), lastLine));
    }
    sink.begin(newId);
    id = newId;
    rowsOfId = 0;
    latestTime = Double.NEGATIVE_INFINITY;
  }

  private double time(String cell, long line) {
    double time = NumberCell.toDouble(cell);
    if (Double.isNaN(time)) {
      throw badCell(header.time().orElseThrow(), cell, line);
    }
    if (!(time > latestTime)) {
      throw file.error(
          line,
          String.format(
              "column 't' holds %s after %s at line %d, expected times that increase; sort the rows"
                  + "%s",
              time,
              latestTime,
              previousLine,
              header.trajectory().isPresent()
                  ? ""
                  : " or tell several recordings apart in a column 'trajectory'"));
    }
    return time;
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
