package lindyn.log.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the elements of one variable lie in the rows and columns of its log.
 *
 * @param rows number of the log's rows that the variable has elements for
 * @param columns number of columns
 * @param spread how its rows become those of the log
 */
record VariableShape(long rows, int columns, Spread spread) {

  /** More columns than this, and more than rows, are rows that were not transposed. */
  private static final int MOST_COLUMNS = 64;

  /** More columns than this are never joints, however many rows there are. */
  private static final int FAR_TOO_MANY = 10_000;

  private static final Set<String> SERIES = Set.of("q", "qd", "qdd", "tau");

  /** How the rows of a variable become the rows of a log. */
  enum Spread {
    /** One for each row. */
    EACH,
    /** One for each step, the same in every trial. */
    PER_STEP,
    /** One for each trial, the same in all of its steps. */
    PER_TRIAL
  }

  /**
   * The first two lengths of three-dimensional variables.
   *
   * @param count number of trials, 0 if the log has no such variables
   * @param steps number of steps of each
   */
  record Trials(long count, long steps) {

    static final Trials NONE = new Trials(0, 0);

    static Trials of(List<? extends LogVariable> variables) {
      return variables.stream()
          .filter(variable -> variable.shape().size() == 3)
          .findFirst()
          .map(variable -> new Trials(variable.shape().get(0), variable.shape().get(1)))
          .orElse(NONE);
    }

    long rows() {
      return product(count, steps);
    }
  }

  static VariableShape of(List<Long> shape, Trials trials) {
    long first = shape.get(0);
    if (shape.size() == 3) {
      return new VariableShape(product(first, shape.get(1)), columns(shape.get(2)), Spread.EACH);
    }
    if (trials.count() > 0) {
      boolean isFlat = shape.size() == 2 && shape.equals(List.of(trials.count(), trials.steps()));
      if (isFlat) {
        return new VariableShape(trials.rows(), 1, Spread.EACH);
      }
      boolean isColumn = shape.size() == 1 || shape.get(1) == 1;
      if (isColumn && first == trials.steps()) {
        return new VariableShape(trials.rows(), 1, Spread.PER_STEP);
      }
      if (isColumn && first == trials.count()) {
        return new VariableShape(trials.rows(), 1, Spread.PER_TRIAL);
      }
    }
    return new VariableShape(first, shape.size() == 1 ? 1 : columns(shape.get(1)), Spread.EACH);
  }

  /** Damaged headers hold lengths whose product is beyond 64 bits. */
  private static long product(long a, long b) {
    return (long) ((double) a * b);
  }

  private static int columns(long length) {
    return (int) Math.min(Integer.MAX_VALUE, length);
  }

  /** Tells whether its columns can only be samples. */
  boolean isTransposed() {
    return columns > FAR_TOO_MANY || (columns > MOST_COLUMNS && columns > rows);
  }

  /** Returns the names of its columns: q1, q2, … of a variable q; the name itself if it has one. */
  List<String> columnNames(String name) {
    boolean isEmpty = columns == 0 && rows == 0;
    if (columns == 1 || isEmpty || isTransposed()) {
      return List.of(SERIES.contains(name) ? name + 1 : name);
    }
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      names.add(name + column);
    }
    return names;
  }
}
