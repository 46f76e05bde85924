package lindyn.bench.paper;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A number that was measured in several repeats.
 *
 * @param values by repeat; NaN where a repeat is missing, infinite where it diverged
 */
record Sample(List<Double> values) {

  /** Copies the list. */
  Sample {
    values = List.copyOf(values);
  }

  private DoubleStream present() {
    return values.stream().filter(v -> !v.isNaN()).mapToDouble(Double::doubleValue);
  }

  /** Returns how many repeats there are. */
  int count() {
    return (int) present().count();
  }

  /** Returns how many of them diverged. */
  int diverged() {
    return (int) present().filter(Double::isInfinite).count();
  }

  /** Returns the mean; NaN without a repeat, infinite if one diverged. */
  double mean() {
    return StatUtils.mean(present().toArray());
  }

  /** Returns the sample standard deviation; NaN with less than two repeats or if one diverged. */
  double deviation() {
    return count() < 2 || diverged() > 0
        ? Double.NaN
        : Math.sqrt(StatUtils.variance(present().toArray()));
  }
}
