package lindyn;

import java.util.Arrays;

/** The times at which a motion was sampled, in s; immutable, strictly increasing. */
public final class SampleTimes {

  private final double[] seconds;

  private SampleTimes(double[] seconds) {
    this.seconds = seconds;
  }

  /**
   * Copies measured times.
   *
   * @throws IllegalArgumentException if a time is not finite or not later than the one before
   */
  public static SampleTimes of(double[] seconds) {
    for (int i = 0; i < seconds.length; i++) {
      if (!Double.isFinite(seconds[i]) || (i > 0 && !(seconds[i] > seconds[i - 1]))) {
        throw new IllegalArgumentException(
            "sample times must increase, got " + seconds[i] + " at sample " + i);
      }
    }
    return new SampleTimes(seconds.clone());
  }

  /** Returns times 0, p, 2p, … of a constant sampling period p, in s. */
  public static SampleTimes every(double samplePeriod, int timeSteps) {
    Checks.positive(samplePeriod, "samplePeriod");
    double[] seconds = new double[timeSteps];
    Arrays.setAll(seconds, i -> i * samplePeriod);
    return new SampleTimes(seconds);
  }

  /** Returns the number of samples. */
  public int size() {
    return seconds.length;
  }

  /** Returns the time of one sample, in s. */
  public double at(int timeStep) {
    return seconds[timeStep];
  }

  /** Returns the median time between two samples, in s; NaN if there are fewer than two. */
  public double medianPeriod() {
    if (seconds.length < 2) {
      return Double.NaN;
    }
    double[] periods = new double[seconds.length - 1];
    Arrays.setAll(periods, i -> seconds[i + 1] - seconds[i]);
    Arrays.sort(periods);
    return periods[periods.length / 2];
  }

  /** Returns the samples {@code from} (inclusive) to {@code to} (exclusive). */
  public SampleTimes slice(int from, int to) {
    return new SampleTimes(Arrays.copyOfRange(seconds, from, to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleTimes times && Arrays.equals(seconds, times.seconds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(seconds);
  }

  @Override
  public String toString() {
    return "SampleTimes[" + seconds.length + "]";
  }
}
