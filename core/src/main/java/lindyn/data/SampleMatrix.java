package lindyn.data;

import java.util.List;
import lindyn.Trajectory;

/**
 * Standardised samples of several trajectories, one after the other; trajectories keep their
 * borders.
 */
public final class SampleMatrix {

  private final float[] inputs;
  private final float[] targets;
  private final int[] firstRows;
  private final int rows;

  private SampleMatrix(float[] inputs, float[] targets, int[] firstRows, int rows) {
    this.inputs = inputs;
    this.targets = targets;
    this.firstRows = firstRows;
    this.rows = rows;
  }

  /**
   * Copies and standardises trajectories, in O(samples).
   *
   * @throws IllegalArgumentException if there is no trajectory, or more than 2³¹ numbers
   */
  public static SampleMatrix of(
      List<Trajectory> trajectories, Standardizer inputs, Standardizer targets) {
    int[] firstRows = new int[trajectories.size()];
    long rows = 0;
    for (int i = 0; i < firstRows.length; i++) {
      firstRows[i] = (int) rows;
      rows += trajectories.get(i).timeSteps();
    }
    if (rows == 0 || rows * inputs.columns() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          rows + " samples of " + inputs.columns() + " inputs do not fit into one array");
    }
    float[] x = new float[(int) rows * inputs.columns()];
    float[] y = new float[(int) rows * targets.columns()];
    int row = 0;
    for (Trajectory trajectory : trajectories) {
      for (int t = 0; t < trajectory.timeSteps(); t++, row++) {
        trajectory.motion().copyInputs(t, x, row * inputs.columns());
        trajectory.tau().copyRow(t, y, row * targets.columns());
      }
    }
    inputs.standardize(x);
    targets.standardize(y);
    return new SampleMatrix(x, y, firstRows, (int) rows);
  }

  /** Returns the number of samples. */
  public int rows() {
    return rows;
  }

  /** Returns the number of trajectories. */
  public int trajectories() {
    return firstRows.length;
  }

  /** Returns the row of a trajectory's first sample. */
  public int firstRow(int trajectory) {
    return firstRows[trajectory];
  }

  /** Returns the number of samples of a trajectory. */
  public int timeSteps(int trajectory) {
    int end = trajectory + 1 < firstRows.length ? firstRows[trajectory + 1] : rows;
    return end - firstRows[trajectory];
  }

  /** Returns the length of the longest trajectory. */
  public int longest() {
    int longest = 0;
    for (int i = 0; i < trajectories(); i++) {
      longest = Math.max(longest, timeSteps(i));
    }
    return longest;
  }

  /** Returns a copy of the standardised inputs, shape {@code [rows, inputs]}, row-major. */
  public float[] inputs() {
    return inputs.clone();
  }

  /** Returns a copy of the standardised torques, shape {@code [rows, joints]}, row-major. */
  public float[] targets() {
    return targets.clone();
  }

  /** Returns the number of inputs per row. */
  public int inputColumns() {
    return inputs.length / rows;
  }

  /** Returns the number of torques per row. */
  public int targetColumns() {
    return targets.length / rows;
  }
}
