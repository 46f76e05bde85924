package lindyn.bench.paper;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

/**
 * Two errors that were measured in the same repeats: their ratios, which are compared by their
 * logarithms.
 *
 * @param repeats in which both were measured
 * @param ratio geometric mean of the first error over the second one
 * @param effect mean over standard deviation of the logarithm of the ratio (Cohen's d for pairs)
 * @param tTest two-sided p of Student's t test, that the logarithm's mean is 0
 * @param wilcoxon two-sided p of Wilcoxon's signed-rank test; NaN beyond what can be counted out
 */
record PairedTest(int repeats, double ratio, double effect, double tTest, double wilcoxon) {

  /** The level of significance. */
  static final double LEVEL = 0.01;

  /** With fewer repeats no p of Wilcoxon's test is below the level, whatever was measured. */
  static final int FEWEST = 8;

  /** Beyond so many repeats commons-math3 has no exact p. */
  private static final int MOST_EXACT = 30;

  /**
   * Compares.
   *
   * @return NaN for all but the ratio with less than two repeats
   */
  static PairedTest of(Sample first, Sample second) {
    double[] logs =
        IntStream.range(0, Math.min(first.values().size(), second.values().size()))
            .mapToDouble(i -> Math.log(first.values().get(i) / second.values().get(i)))
            .filter(Double::isFinite)
            .toArray();
    double mean = StatUtils.mean(logs);
    if (logs.length < 2) {
      return new PairedTest(logs.length, Math.exp(mean), Double.NaN, Double.NaN, Double.NaN);
    }
    double deviation = Math.sqrt(StatUtils.variance(logs));
    return new PairedTest(
        logs.length,
        Math.exp(mean),
        mean / deviation,
        new TTest().tTest(0, logs),
        logs.length > MOST_EXACT
            ? Double.NaN
            : new WilcoxonSignedRankTest()
                .wilcoxonSignedRankTest(logs, new double[logs.length], true));
  }

  /** Tells whether the first error is smaller, beyond chance. */
  boolean isFirstSmaller() {
    return ratio < 1 && tTest < LEVEL;
  }

  /** Tells whether the errors differ, beyond chance. */
  boolean isDifferent() {
    return tTest < LEVEL;
  }

  /** Tells whether there are enough repeats for a test. */
  boolean isPossible() {
    return repeats >= FEWEST;
  }
}
