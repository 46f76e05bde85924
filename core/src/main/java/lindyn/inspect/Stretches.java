package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import lindyn.Trajectory;

/**
 * Cuts a log into short stretches of rows and keeps, for an even part of them, how much each column
 * changed and its integral over time. Sums over many rows let the noise of single rows vanish.
 */
final class Stretches implements RowListener {

  private static final double SECONDS = 0.15;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;
  private static final int KEPT = 4_096;

  /** Integrals over a time without rows are guesses. */
  private static final double LONGEST_INTERVAL = 3;

  private final Context context;
  private final int rowsEach;
  private final long stride;
  private final int columns;
  private final List<double[]> kept = new ArrayList<>();
  private double[] sums;
  private int rows;
  private long seen;
  private boolean broken;

  Stretches(Context context) {
    this.context = context;
    double wanted = SECONDS / context.samplePeriod();
    this.rowsEach = (int) Math.max(SHORTEST, Math.min(LONGEST, Math.round(wanted)));
    this.stride = Math.max(1, context.samples() / rowsEach / KEPT);
    this.columns = context.columns().size();
    this.sums = new double[2 * columns];
  }

  @Override
  public void begin(Trajectory trajectory) {
    restart();
  }

  private void restart() {
    sums = new double[2 * columns];
    rows = 0;
    broken = false;
  }

  @Override
  public void row(Rows current) {
    if (current.timeStep() == 0) {
      return;
    }
    double interval = current.interval();
    broken |= interval > LONGEST_INTERVAL * context.samplePeriod();
    for (int column = 0; column < columns; column++) {
      double step = current.step(column);
      broken |= isPosition(column) && AngleWraps.isTurn(step);
      sums[column] += step;
      sums[columns + column] +=
          interval * ((double) current.at(0, column) + current.at(1, column)) / 2;
    }
    rows++;
    if (rows == rowsEach) {
      keep();
      restart();
    }
  }

  private boolean isPosition(int column) {
    return column < context.columns().joints();
  }

  private void keep() {
    if (!broken && seen % stride == 0) {
      kept.add(sums);
    }
    seen++;
  }

  /** Returns the number of stretches that were kept. */
  int size() {
    return kept.size();
  }

  /** Returns how much a column changed over a stretch, in its unit. */
  double change(int stretch, int column) {
    return kept.get(stretch)[column];
  }

  /** Returns the integral of a column over a stretch, in its unit times s. */
  double integral(int stretch, int column) {
    return kept.get(stretch)[columns + column];
  }

  /** Returns the mean of a column's absolute changes. */
  double meanChange(int column) {
    return kept.stream().mapToDouble(sum -> Math.abs(sum[column])).average().orElse(0);
  }
}
