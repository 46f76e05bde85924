package lindyn.bench.paper;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A number that was measured in several repeats.
 *
 * @param values by repeat; NaN where a repeat is missing
 */
record Sample(List<Double> values) {

  /** Copies the list. */
  Sample {
    values = List.copyOf(values);
  }

  private double[] present() {
    return values.stream().filter(v -> !v.isNaN()).mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns how many repeats there are. */
  int count() {
    return present().length;
  }

  /** Returns the mean; NaN without a repeat. */
  double mean() {
    return StatUtils.mean(present());
  }

  /** Returns the sample standard deviation; NaN with less than two repeats. */
  double deviation() {
    return count() < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(present()));
  }
}
