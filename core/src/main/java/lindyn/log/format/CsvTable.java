package lindyn.log.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lindyn.InputException;
import lindyn.file.InputFile;

/** A log in CSV form, read row by row in constant memory. */
final class CsvTable implements LogTable {

  private static final int NONE = -1;

  private final LogBytes bytes;
  private final CsvRows rows;
  private final LogPlaces places;
  private final List<String> names;
  private int trajectory = NONE;
  private int time = NONE;
  private int[] numbers = {};
  private byte[] id = {};

  private CsvTable(InputFile file, LogBytes bytes, CsvRows rows) throws IOException {
    this.bytes = bytes;
    this.rows = rows;
    if (!rows.next()) {
      throw file.error(1, "is empty, expected a header line and samples; is the log cut?");
    }
    this.places = new LogPlaces(file, LogPlaces.Rows.LINES, rows.line(), "");
    this.names = header(rows);
    requireNames();
    requireCommas();
  }

  /**
   * Reads the header.
   *
   * @param bytes closed with the table
   * @throws InputException if they are no text or have no header
   */
  static CsvTable of(InputFile file, LogBytes bytes) throws IOException {
    return new CsvTable(file, bytes, new CsvRows(file, bytes.text()));
  }

  private static List<String> header(CsvRows rows) {
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < rows.cells(); cell++) {
      names.add(rows.text(cell).strip());
    }
    return List.copyOf(names);
  }

  private void requireNames() {
    if (names.stream()
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .noneMatch(name -> Double.isNaN(DecimalBytes.toDouble(name, 0, name.length)))) {
      throw places.headerError(
          "found numbers, " + StandardColumns.EXPECTED_HEADER + "; add a header line");
    }
  }

  private void requireCommas() {
    if (names.size() > 1) {
      return;
    }
    Map.of(';', "semicolons", '\t', "tabs")
        .forEach(
            (separator, name) -> {
              if (names.get(0).indexOf(separator) >= 0) {
                throw places.headerError(
                    "columns are separated by "
                        + name
                        + ", expected commas and decimal points; export the log with those");
              }
            });
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public LogPlaces places() {
    return places;
  }

  @Override
  public void select(LogColumns columns) {
    trajectory = columns.trajectory().orElse(NONE);
    time = columns.time().orElse(NONE);
    numbers = columns.numbers().all();
  }

  @Override
  public boolean next(Row row) throws IOException {
    if (!rows.next()) {
      return false;
    }
    row.position = rows.line();
    if (rows.cells() != names.size()) {
      throw ragged();
    }
    if (trajectory != NONE && !(rows.holds(trajectory, id) && !row.id.isEmpty())) {
      row.id = rows.text(trajectory);
      id = row.id.getBytes(StandardCharsets.UTF_8);
    }
    if (time != NONE) {
      row.time = rows.toDouble(time);
    }
    for (int i = 0; i < numbers.length; i++) {
      row.numbers[i] = rows.toFloat(numbers[i]);
    }
    return true;
  }

  private InputException ragged() {
    boolean tooMany = rows.cells() > names.size();
    return places.error(
        rows.line(),
        String.format(
            "found %d cells, expected %d as in the header; %s",
            rows.cells(),
            names.size(),
            tooMany
                ? "drop the extra cells, or write decimal points if these are decimal commas"
                : "is the row cut? complete or drop it"));
  }

  @Override
  public String cell(int column) {
    return rows.text(column);
  }

  @Override
  public String sha256() throws IOException {
    return bytes.sha256();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
