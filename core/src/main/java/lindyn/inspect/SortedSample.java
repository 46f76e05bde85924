package lindyn.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers in increasing order; immutable. */
final class SortedSample {

  private final double[] values;

  private SortedSample(double[] values) {
    this.values = values;
  }

  static SortedSample of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new SortedSample(sorted);
  }

  int size() {
    return values.length;
  }

  /** Returns the smallest number that a share of the sample does not exceed; NaN if it is empty. */
  double quantile(double share) {
    return values.length == 0
        ? Double.NaN
        : values[(int) Math.min(values.length - 1L, (long) (share * values.length))];
  }

  double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  double median() {
    return quantile(0.5);
  }

  /** Returns the number of different values. */
  int distinct() {
    int count = values.length == 0 ? 0 : 1;
    for (int i = 1; i < values.length; i++) {
      count += values[i] == values[i - 1] ? 0 : 1;
    }
    return count;
  }

  /**
   * Returns the smallest difference of two values that float32 rounding does not explain; 0 if
   * there is none. For a quantised signal that is its step.
   */
  double resolution() {
    if (values.length == 0) {
      return 0;
    }
    double magnitude = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    double rounding = 4 * Math.ulp((float) magnitude);
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < values.length; i++) {
      double gap = values[i] - values[i - 1];
      smallest = gap > rounding ? Math.min(smallest, gap) : smallest;
    }
    return Double.isInfinite(smallest) ? 0 : smallest;
  }

  /** Counts the values in equal parts of [low, high]. */
  List<Integer> histogram(double low, double high, int bins) {
    int[] counts = new int[bins];
    for (double value : values) {
      double place = high > low ? (value - low) / (high - low) * bins : 0;
      counts[(int) Math.max(0, Math.min(bins - 1, place))]++;
    }
    List<Integer> copy = new ArrayList<>();
    Arrays.stream(counts).forEach(copy::add);
    return copy;
  }
}
