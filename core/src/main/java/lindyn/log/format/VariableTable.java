package lindyn.log.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.InputException;
import lindyn.file.InputFile;

/** A log that consists of named arrays, whatever file they lie in. */
final class VariableTable implements LogTable {

  private final LogPlaces places;
  private final List<LogVariable> variables;
  private final Closeable owner;
  private final VariableShape.Trials trials;
  private final List<Column> columns = new ArrayList<>();
  private final Map<Integer, LogVariable.Rows> opened = new TreeMap<>();
  private LogColumns selected = LogColumns.NONE;
  private Column[] numbers = {};
  private LogVariable.Rows[] rowsOfNumbers = {};
  private long rows;
  private long row;

  /**
   * Where a column's elements are.
   *
   * @param variable index of its variable
   * @param index which of the variable's columns it is
   * @param name name of the column
   */
  private record Column(int variable, int index, String name) {}

  /**
   * Takes the variables of a file.
   *
   * @param owner closed with the table
   */
  VariableTable(InputFile file, List<? extends LogVariable> variables, Closeable owner) {
    this.places = new LogPlaces(file, LogPlaces.Rows.ROWS, 0, transposed(variables));
    this.owner = owner;
    this.variables = new ArrayList<>(variables);
    this.trials = VariableShape.Trials.of(variables);
    boolean hasIds = variables.stream().anyMatch(v -> v.name().equals(StandardColumns.TRAJECTORY));
    if (trials.count() > 0 && !hasIds) {
      this.variables.add(new TrialNumbers(trials));
    }
    for (int variable = 0; variable < this.variables.size(); variable++) {
      addColumns(variable);
    }
  }

  /** Names the first variable whose columns are as many as the others have rows. */
  private static String transposed(List<? extends LogVariable> variables) {
    Map<Long, Long> votes =
        variables.stream()
            .filter(variable -> !variable.shape().isEmpty())
            .collect(
                Collectors.groupingBy(variable -> variable.shape().get(0), Collectors.counting()));
    long rows =
        votes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0L);
    return variables.stream()
        .filter(variable -> variable.shape().size() == 2)
        .filter(v -> v.shape().get(1) == rows && v.shape().get(0) != rows)
        .findFirst()
        .map(variable -> described(variable) + ": transpose it before saving")
        .orElse("");
  }

  private void addColumns(int variable) {
    if (variables.get(variable).shape().isEmpty()) {
      return; // a single number describes the log and is no column of it
    }
    int index = 0;
    for (String name : shape(variable).columnNames(variables.get(variable).name())) {
      columns.add(new Column(variable, index, name));
      index++;
    }
  }

  private VariableShape shape(int variable) {
    return VariableShape.of(variables.get(variable).shape(), trials);
  }

  @Override
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  @Override
  public LogPlaces places() {
    return places;
  }

  @Override
  public void select(LogColumns wanted) throws IOException {
    selected = wanted;
    List<Column> used =
        IntStream.concat(
                IntStream.concat(wanted.time().stream(), wanted.trajectory().stream()),
                IntStream.of(wanted.numbers().all()))
            .mapToObj(columns::get)
            .toList();
    Column reference = used.get(0);
    rows = shape(reference.variable()).rows();
    for (Column column : used) {
      requireUsable(column, reference);
      if (!wanted.trajectory().equals(OptionalInt.of(columns.indexOf(column)))) {
        requireNumbers(variables.get(column.variable()));
      }
      if (!opened.containsKey(column.variable())) {
        opened.put(column.variable(), open(column.variable()));
      }
    }
    numbers = IntStream.of(wanted.numbers().all()).mapToObj(columns::get).toArray(Column[]::new);
    rowsOfNumbers = new LogVariable.Rows[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      rowsOfNumbers[i] = rowsOf(numbers[i]);
    }
  }

  private void requireUsable(Column column, Column reference) {
    LogVariable variable = variables.get(column.variable());
    if (!variable.problem().isEmpty()) {
      throw error("variable '" + variable.name() + "' " + variable.problem());
    }
    if (shape(column.variable()).isTransposed()) {
      throw error(
          described(variable) + ", expected one row per sample; transpose it before saving");
    }
    if (shape(column.variable()).rows() != rows) {
      throw disagreement(variable, variables.get(reference.variable()));
    }
  }

  private void requireNumbers(LogVariable variable) {
    if (variable.holdsText()) {
      throw error(
          "variable '" + variable.name() + "' holds text, expected numbers; convert it to float");
    }
  }

  private InputException disagreement(LogVariable variable, LogVariable reference) {
    List<Long> lengths = variable.shape();
    boolean isTransposed = lengths.size() == 2 && lengths.get(1) == rows;
    return error(
        described(variable)
            + " but "
            + described(reference)
            + ", expected as many rows in both, one per sample; "
            + (isTransposed
                ? "transpose '" + variable.name() + "' before saving"
                : "cut or drop one"));
  }

  private static String described(LogVariable variable) {
    return "variable '"
        + variable.name()
        + "' has shape "
        + variable.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }

  private InputException error(String text) {
    return places.headerError(text);
  }

  private LogVariable.Rows open(int variable) throws IOException {
    VariableShape shape = shape(variable);
    return shape.spread() == VariableShape.Spread.EACH
        ? variables.get(variable).open(shape.columns())
        : new SpreadRows(variables.get(variable), shape.spread(), trials.steps());
  }

  private LogVariable.Rows rowsOf(Column column) {
    LogVariable.Rows found = opened.get(column.variable());
    if (found == null) {
      throw new IllegalStateException("column " + column.name() + " was not selected");
    }
    return found;
  }

  @Override
  public boolean next(Row target) {
    try {
      if (row == rows) {
        finish();
        return false;
      }
      row++;
      target.position = row;
      fill(target);
    } catch (OutOfMemoryError e) {
      throw places.file().doesNotFit(e);
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // libraries fail in many ways on damaged files
      throw places
          .file()
          .error(
              String.format(
                  "is damaged at %s (%s); save or copy it again",
                  places.name(row), DamageReason.of(e)),
              e);
    }
    return true;
  }

  private void fill(Row target) throws IOException {
    for (LogVariable.Rows variable : opened.values()) {
      variable.next();
    }
    if (selected.trajectory().isPresent()) {
      target.id = id(selected.trajectory().getAsInt());
    }
    if (selected.time().isPresent()) {
      Column time = columns.get(selected.time().getAsInt());
      target.time = rowsOf(time).number(time.index());
    }
    for (int i = 0; i < numbers.length; i++) {
      target.numbers[i] = (float) rowsOfNumbers[i].number(numbers[i].index());
    }
  }

  /** Returns what names the trajectory of the current row; NaN would join what does not belong. */
  private String id(int column) {
    Column found = columns.get(column);
    String id = cell(column);
    boolean isNumber = !id.isEmpty() && !variables.get(found.variable()).holdsText();
    if (isNumber && !Double.isFinite(rowsOf(found).number(found.index()))) {
      throw places.error(
          row, "variable '" + found.name() + "' holds " + id + ", expected an id; number the rows");
    }
    return id;
  }

  private void finish() throws IOException {
    for (LogVariable.Rows variable : opened.values()) {
      variable.finish();
    }
  }

  @Override
  public String cell(int column) {
    Column found = columns.get(column);
    return rowsOf(found).text(found.index());
  }

  @Override
  public String sha256() throws IOException {
    return LogBytes.sha256(places.file());
  }

  @Override
  public void close() throws IOException {
    try (owner) {
      for (LogVariable.Rows variable : opened.values()) {
        variable.close();
      }
    }
  }
}
