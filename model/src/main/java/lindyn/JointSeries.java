package lindyn;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Numbers over time, one column per joint (or per extra input); immutable, shape {@code [timeSteps,
 * joints]}, stored as float32. A series is a view of a part of some {@link FloatRows}, in memory or
 * in a mapped file.
 */
public final class JointSeries {

  private final FloatRows rows;
  private final long firstRow;
  private final int firstColumn;
  private final int timeSteps;
  private final int joints;

  private JointSeries(FloatRows rows, long firstRow, int firstColumn, int timeSteps, int joints) {
    this.rows = rows;
    this.firstRow = firstRow;
    this.firstColumn = firstColumn;
    this.timeSteps = timeSteps;
    this.joints = joints;
  }

  /**
   * Copies numbers in row-major order.
   *
   * @param rows the numbers, shape {@code [timeSteps, joints]}
   * @param timeSteps number of rows
   * @param joints number of columns; 0 is a series without columns
   * @throws IllegalArgumentException if the length is not {@code timeSteps * joints}
   */
  public static JointSeries of(float[] rows, int timeSteps, int joints) {
    if (rows.length != (long) timeSteps * joints) {
      throw new IllegalArgumentException(
          "expected " + timeSteps + " x " + joints + " numbers, got " + rows.length);
    }
    return rowsOf(rows.clone(), timeSteps, joints).columns(0, joints);
  }

  /**
   * Views an array in row-major order, which must never change again.
   *
   * @param rows the numbers, shape {@code [timeSteps, columns]}
   */
  public static Rows rowsOf(float[] rows, int timeSteps, int columns) {
    return new Rows(new ArrayRows(rows, columns), 0, timeSteps);
  }

  /**
   * Some consecutive rows, of which a series is some columns.
   *
   * @param rows never change again
   * @param firstRow the first time step's row
   * @param timeSteps number of rows
   */
  public record Rows(FloatRows rows, long firstRow, int timeSteps) {

    /** Returns {@code count} columns from {@code first} on. */
    public JointSeries columns(int first, int count) {
      return new JointSeries(rows, firstRow, first, timeSteps, count);
    }
  }

  /**
   * Puts series side by side, without copying them.
   *
   * @throws IllegalArgumentException if there is none, or they differ in time steps
   */
  public static JointSeries beside(List<JointSeries> series) {
    int timeSteps = series.isEmpty() ? -1 : series.get(0).timeSteps();
    if (timeSteps < 0 || series.stream().anyMatch(part -> part.timeSteps() != timeSteps)) {
      throw new IllegalArgumentException("expected series of the same time steps, got " + series);
    }
    var adjacent = new AdjacentSeries(series);
    return new JointSeries(adjacent, 0, 0, timeSteps, adjacent.columns());
  }

  /** Tells whether another series is the columns right of this one in the same rows. */
  boolean isFollowedBy(JointSeries right) {
    return rows == right.rows
        && firstRow == right.firstRow
        && firstColumn + joints == right.firstColumn;
  }

  /** Returns the number of rows. */
  public int timeSteps() {
    return timeSteps;
  }

  /** Returns the number of columns. */
  public int joints() {
    return joints;
  }

  /** Returns the number of one joint at one time step. */
  public float at(int timeStep, int joint) {
    return rows.at(firstRow + timeStep, firstColumn + joint);
  }

  /** Copies the row of one time step into {@code target}, from {@code offset} on. */
  public void copyRow(int timeStep, float[] target, int offset) {
    copy(timeStep, 0, joints, target, offset);
  }

  /** Copies {@code count} columns from {@code joint} on, which may reach into those that follow. */
  void copy(int timeStep, int joint, int count, float[] target, int offset) {
    rows.copy(firstRow + timeStep, firstColumn + joint, count, target, offset);
  }

  /** Returns the rows {@code from} (inclusive) to {@code to} (exclusive), without copying them. */
  public JointSeries slice(int from, int to) {
    Objects.checkFromToIndex(from, to, timeSteps);
    return new JointSeries(rows, firstRow + from, firstColumn, to - from, joints);
  }

  /** Returns a copy of all numbers in row-major order. */
  public float[] toArray() {
    float[] values = new float[Math.multiplyExact(timeSteps, joints)];
    for (int t = 0; t < timeSteps; t++) {
      copyRow(t, values, t * joints);
    }
    return values;
  }

  /** Series are equal if they have the same shape and the same numbers. */
  @Override
  public boolean equals(Object other) {
    return other instanceof JointSeries series
        && timeSteps == series.timeSteps
        && joints == series.joints
        && hasRowsOf(series);
  }

  private boolean hasRowsOf(JointSeries other) {
    float[] row = new float[joints];
    float[] otherRow = new float[joints];
    for (int t = 0; t < timeSteps; t++) {
      copyRow(t, row, 0);
      other.copyRow(t, otherRow, 0);
      if (!Arrays.equals(row, otherRow)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    float[] row = new float[joints];
    int hash = joints;
    for (int t = 0; t < timeSteps; t++) {
      copyRow(t, row, 0);
      hash = 31 * hash + Arrays.hashCode(row);
    }
    return hash;
  }

  @Override
  public String toString() {
    return "JointSeries[" + timeSteps + " x " + joints + "]";
  }
}
