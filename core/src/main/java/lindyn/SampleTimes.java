package lindyn;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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

  /**
   * Returns the median time between two samples of the same motion, in s; nothing if no motion has
   * two.
   */
  public static OptionalDouble medianPeriod(List<SampleTimes> motions) {
    double[] periods = motions.stream().flatMapToDouble(SampleTimes::periods).sorted().toArray();
    return periods.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(periods[periods.length / 2]);
  }

  private DoubleStream periods() {
    return IntStream.range(1, seconds.length).mapToDouble(i -> seconds[i] - seconds[i - 1]);
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
