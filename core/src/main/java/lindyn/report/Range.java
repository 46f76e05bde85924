package lindyn.report;

import java.util.stream.DoubleStream;

/**
 * An interval of numbers that is not empty.
 *
 * @param low its lower end
 * @param high its upper end, greater than low
 */
record Range(double low, double high) {

  /** Returns the range of the finite numbers; a single number gets room on both sides. */
  static Range of(DoubleStream values) {
    var statistics = values.filter(Double::isFinite).summaryStatistics();
    if (statistics.getCount() == 0) {
      return new Range(0, 1);
    }
    return of(statistics.getMin(), statistics.getMax());
  }

  private static Range of(double min, double max) {
    double magnitude = Math.max(Math.abs(min), Math.abs(max));
    if (magnitude < 1e-300) { // steps between ticks would underflow
      return new Range(-1, 1);
    }
    if (max - min > 1e-9 * magnitude) {
      return new Range(min, max);
    }
    double room = 0.5 * magnitude;
    return new Range(min - room, max + room);
  }

  /** Returns the range of the positive numbers, for a logarithmic axis. */
  static Range ofPositive(DoubleStream values) {
    var statistics = values.filter(v -> v > 1e-300 && v < 1e300).summaryStatistics();
    if (statistics.getCount() == 0) {
      return new Range(0.1, 1);
    }
    double min = statistics.getMin();
    double max = statistics.getMax();
    return max > 1.001 * min ? new Range(min, max) : new Range(min / 2, max * 2);
  }

  /** Returns this range widened on both sides by a share of its length. */
  Range widened(double share) {
    double room = share * (high - low);
    return new Range(low - room, high + room);
  }

  /** Returns this range widened on both sides by a share of its length on a logarithmic axis. */
  Range widenedByFactor(double share) {
    double factor = Math.exp(share * Math.log(high / low));
    return new Range(low / factor, high * factor);
  }

  boolean contains(double value) {
    return value >= low && value <= high;
  }
}
