package lindyn.log;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import lindyn.InputException;
import lindyn.file.InputFile;
import lindyn.file.RowSink;
import lindyn.log.format.LogColumns;
import lindyn.log.format.LogTable;
import lindyn.log.format.Row;
import lindyn.log.preparation.ShortNumber;

/** Checks the rows of one log, in whatever format it is, and passes their numbers on. */
final class RowChecks {

  /** Beyond this no quantity of a robot lies, and products of two would leave float32. */
  private static final double LARGEST = 1e15;

  private final LogTable table;
  private final LogColumns columns;
  private final OptionalDouble samplePeriod;
  private final int[] numbers;
  private final double[] scales;
  private final double timeScale;
  private final RowSink sink;
  private final Map<String, Long> lastRows = new HashMap<>();
  private String id;
  private long rowsOfId;
  private double latestTime = Double.NEGATIVE_INFINITY;
  private long previous;

  /** Starts before the first row. */
  RowChecks(LogTable table, LogColumns columns, OptionalDouble samplePeriod, RowSink sink) {
    this.table = table;
    this.columns = columns;
    this.samplePeriod = samplePeriod;
    this.numbers = columns.numbers().all();
    this.scales = columns.mapped().scales(numbers);
    this.timeScale = columns.time().isPresent() ? scale(columns.time().getAsInt()) : 1;
    this.sink = sink;
    this.id = table.places().file().stem();
  }

  private double scale(int column) {
    return columns.mapped().scales(new int[] {column})[0];
  }

  /**
   * Adds a row.
   *
   * @throws InputException if a number cannot be used, or the row cannot follow the one before
   */
  void add(Row row) {
    enter(columns.trajectory().isPresent() ? row.id() : id, row.position());
    double time =
        columns.time().isPresent() ? measuredTime(row) : rowsOfId * samplePeriod.orElseThrow();
    float[] read = row.numbers();
    for (int i = 0; i < numbers.length; i++) {
      if (scales[i] != 1) {
        read[i] = (float) (scales[i] * read[i]);
      }
      if (!(Math.abs(read[i]) <= LARGEST)) { // written so that NaN fails too
        throw badCell(numbers[i], row.position());
      }
    }
    sink.add(time, read);
    latestTime = time;
    rowsOfId++;
    previous = row.position();
  }

  /**
   * Ends the last trajectory.
   *
   * @throws InputException if there was no row
   */
  void finish() {
    if (previous == 0) {
      throw table.places().withoutRows();
    }
    sink.end();
  }

  private void enter(String newId, long position) {
    if (newId.isEmpty()) {
      throw error(
          position,
          "column '"
              + columns.name(columns.trajectory().orElseThrow())
              + "' is empty, expected an id; fill it in");
    }
    if (previous != 0 && newId.equals(id)) {
      return;
    }
    if (previous != 0) {
      sink.end();
      lastRows.put(id, previous);
    }
    Long lastRow = lastRows.get(newId);
    if (lastRow != null) {
      throw error(
          position,
          String.format(
              "column '%s' returns to %s, which ended at %s; expected the rows of a"
                  + " trajectory together; sort the log or give it another id",
              columns.name(columns.trajectory().orElseThrow()),
              InputFile.quoted(newId),
              table.places().name(lastRow)));
    }
    sink.begin(newId);
    id = newId;
    rowsOfId = 0;
    latestTime = Double.NEGATIVE_INFINITY;
  }

  private double measuredTime(Row row) {
    int column = columns.time().orElseThrow();
    double time = timeScale * row.time();
    if (!Double.isFinite(time)) {
      throw badCell(column, row.position());
    }
    if (!(time > latestTime)) {
      throw error(
          row.position(),
          String.format(
              "column '%s' holds %s after %s at %s, expected times that increase; sort the rows%s",
              columns.name(column),
              ShortNumber.ofTime(time),
              ShortNumber.ofTime(latestTime),
              table.places().name(previous),
              columns.trajectory().isPresent()
                  ? ""
                  : " or tell several recordings apart in a column 'trajectory'"));
    }
    return time;
  }

  private InputException badCell(int column, long position) {
    return error(
        position,
        "column '" + columns.name(column) + "' " + NumberCell.problem(table.cell(column)));
  }

  private InputException error(long position, String text) {
    return table.places().error(position, text);
  }
}
