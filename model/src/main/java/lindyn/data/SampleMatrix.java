package lindyn.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lindyn.Trajectory;

/**
 * Standardised samples of several trajectories, one after the other; trajectories keep their
 * borders. A view: numbers are standardised when they are copied out, so the samples may be larger
 * than memory. Immutable.
 */
public final class SampleMatrix {

  private final List<Trajectory> trajectories;
  private final ColumnScaling inputs;
  private final ColumnScaling targets;
  private final int[] firstRows;
  private final int rows;

  private SampleMatrix(
      List<Trajectory> trajectories, ColumnScaling inputs, ColumnScaling targets, int[] firstRows) {
    this.trajectories = trajectories;
    this.inputs = inputs;
    this.targets = targets;
    this.firstRows = firstRows;
    int last = firstRows.length - 1;
    rows = firstRows[last] + trajectories.get(last).timeSteps();
  }

  /**
   * Views trajectories.
   *
   * @throws IllegalArgumentException if there is no sample, or more than 2³¹
   */
  public static SampleMatrix of(
      List<Trajectory> trajectories, Standardizer inputs, Standardizer targets) {
    int[] firstRows = new int[trajectories.size()];
    long rows = 0;
    for (int i = 0; i < firstRows.length; i++) {
      firstRows[i] = (int) rows;
      rows += trajectories.get(i).timeSteps();
    }
    if (rows == 0 || rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("expected 1 to 2^31 samples, got " + rows);
    }
    return new SampleMatrix(
        List.copyOf(trajectories),
        new ColumnScaling(inputs),
        new ColumnScaling(targets),
        firstRows);
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
    return trajectories.get(trajectory).timeSteps();
  }

  /**
   * Returns the last window or sequence of each of some trajectories.
   *
   * @param from the first of them
   * @param to the one after the last
   */
  public List<Sequence> lastSequences(int from, int to, History history) {
    return IntStream.range(from, to)
        .mapToObj(i -> Sequence.of(firstRows[i] + timeSteps(i) - 1, firstRows[i], history))
        .toList();
  }

  /** Returns the number of inputs per row. */
  public int inputColumns() {
    return inputs.columns();
  }

  /** Returns the number of torques per row. */
  public int targetColumns() {
    return targets.columns();
  }

  /** Returns the size of all numbers as float32, in bytes. */
  public long bytes() {
    return (long) Float.BYTES * rows * (inputColumns() + targetColumns());
  }

  /** Copies a row's standardised inputs into {@code target}, from {@code offset} on. */
  public void copyInputs(int row, float[] target, int offset) {
    int trajectory = trajectoryOf(row);
    copyInputs(trajectory, row - firstRows[trajectory], target, offset);
  }

  /** Copies a row's standardised torques into {@code target}, from {@code offset} on. */
  public void copyTargets(int row, float[] target, int offset) {
    int trajectory = trajectoryOf(row);
    copyTargets(trajectory, row - firstRows[trajectory], target, offset);
  }

  private void copyInputs(int trajectory, int timeStep, float[] target, int offset) {
    trajectories.get(trajectory).motion().copyInputs(timeStep, target, offset);
    inputs.standardize(target, offset);
  }

  private void copyTargets(int trajectory, int timeStep, float[] target, int offset) {
    trajectories.get(trajectory).tau().copyRow(timeStep, target, offset);
    targets.standardize(target, offset);
  }

  /** Returns the trajectory of a row; those without samples share their first row with the next. */
  int trajectoryOf(int row) {
    int found = Arrays.binarySearch(firstRows, Objects.checkIndex(row, rows));
    int trajectory = found >= 0 ? found : -found - 2;
    while (timeSteps(trajectory) == 0) {
      trajectory++;
    }
    return trajectory;
  }

  /**
   * Copies the standardised samples of sequences, step by step.
   *
   * @param batch B sequences
   * @param inputTarget receives the inputs of all steps, shape {@code [timeSteps, B, inputs]}; its
   *     length tells the number of steps
   * @param targetTarget receives the torques of the last steps, shape {@code [scored, B, joints]};
   *     its length tells their number
   */
  public void copySequences(List<Sequence> batch, float[] inputTarget, float[] targetTarget) {
    int size = batch.size();
    int timeSteps = inputTarget.length / (size * inputColumns());
    int firstScored = timeSteps - targetTarget.length / (size * targetColumns());
    for (int b = 0; b < size; b++) {
      Sequence sequence = batch.get(b);
      int trajectory = trajectoryOf(sequence.start());
      for (int t = 0; t < timeSteps; t++) {
        int timeStep =
            sequence.sample(sequence.end() - (timeSteps - 1) + t) - firstRows[trajectory];
        copyInputs(trajectory, timeStep, inputTarget, (t * size + b) * inputColumns());
        if (t >= firstScored) {
          int place = (t - firstScored) * size + b;
          copyTargets(trajectory, timeStep, targetTarget, place * targetColumns());
        }
      }
    }
  }
}
