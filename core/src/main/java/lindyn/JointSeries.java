package lindyn;

import java.util.Arrays;

/**
 * Numbers over time, one column per joint (or per extra input); immutable, shape {@code [timeSteps,
 * joints]}, stored as float32.
 */
public final class JointSeries {

  private final float[] values;
  private final int timeSteps;
  private final int joints;

  private JointSeries(float[] values, int timeSteps, int joints) {
    this.values = values;
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
    return new JointSeries(rows.clone(), timeSteps, joints);
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
    return values[timeStep * joints + joint];
  }

  /** Copies the row of one time step into {@code target}, from {@code offset} on. */
  public void copyRow(int timeStep, float[] target, int offset) {
    System.arraycopy(values, timeStep * joints, target, offset, joints);
  }

  /** Returns the rows {@code from} (inclusive) to {@code to} (exclusive). */
  public JointSeries slice(int from, int to) {
    return new JointSeries(
        Arrays.copyOfRange(values, from * joints, to * joints), to - from, joints);
  }

  /** Returns a copy of all numbers in row-major order. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointSeries series
        && timeSteps == series.timeSteps
        && joints == series.joints
        && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "JointSeries[" + timeSteps + " x " + joints + "]";
  }
}
