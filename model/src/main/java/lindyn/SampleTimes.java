package lindyn;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The times at which a motion was sampled, in s; immutable, strictly increasing. */
public final class SampleTimes {

  /** As many intervals tell the median of any number of them. */
  private static final long MOST_INTERVALS = 1_000_000;

  private final LongToDoubleFunction seconds;
  private final long first;
  private final int size;

  private SampleTimes(LongToDoubleFunction seconds, long first, int size) {
    this.seconds = seconds;
    this.first = first;
    this.size = size;
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
    double[] copy = seconds.clone();
    return new SampleTimes(row -> copy[(int) row], 0, copy.length);
  }

  /** Returns times 0, p, 2p, … of a constant sampling period p, in s. */
  public static SampleTimes every(double samplePeriod, int timeSteps) {
    Checks.positive(samplePeriod, "samplePeriod");
    return new SampleTimes(row -> row * samplePeriod, 0, timeSteps);
  }

  /**
   * Views times without copying or checking them.
   *
   * @param seconds time of a row, in s; finite, increases with the row and never changes
   * @param firstRow row of the first sample
   * @param size number of samples
   */
  public static SampleTimes view(LongToDoubleFunction seconds, long firstRow, int size) {
    return new SampleTimes(seconds, firstRow, size);
  }

  /** Returns the number of samples. */
  public int size() {
    return size;
  }

  /** Returns the time of one sample, in s. */
  public double at(int timeStep) {
    return seconds.applyAsDouble(first + Objects.checkIndex(timeStep, size));
  }

  /**
   * Returns the median time between two samples of the same motion, in s; nothing if no motion has
   * two. Of more than a million intervals it looks at some million, evenly spread.
   */
  public static OptionalDouble medianPeriod(List<SampleTimes> motions) {
    long intervals = motions.stream().mapToLong(times -> Math.max(0, times.size - 1)).sum();
    long stride = 1 + intervals / MOST_INTERVALS;
    double[] periods =
        motions.stream().flatMapToDouble(times -> times.periods(stride)).sorted().toArray();
    return periods.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(periods[periods.length / 2]);
  }

  private DoubleStream periods(long stride) {
    return LongStream.iterate(1, i -> i < size, i -> i + stride)
        .mapToDouble(i -> at((int) i) - at((int) i - 1));
  }

  /** Returns the samples {@code from} (inclusive) to {@code to} (exclusive). */
  public SampleTimes slice(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return new SampleTimes(seconds, first + from, to - from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleTimes times
        && size == times.size
        && IntStream.range(0, size).allMatch(i -> at(i) == times.at(i));
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + Double.hashCode(at(i));
    }
    return hash;
  }

  @Override
  public String toString() {
    return "SampleTimes[" + size + "]";
  }
}
