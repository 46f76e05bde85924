package lindyn.bench.paper;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

/**
 * Two errors that were measured in the same repeats: their ratios, which are compared by their
 * logarithms.
 *
 * @param repeats in which both were measured and neither diverged
 * @param diverged repeats in which one of them diverged
 * @param ratio geometric mean of the first error over the second one
 * @param effect mean over standard deviation of the logarithm of the ratio (Cohen's d for pairs)
 * @param tTest two-sided p of Student's t test, that the logarithm's mean is 0
 * @param wilcoxon two-sided p of Wilcoxon's signed-rank test without the pairs that are equal; NaN
 *     if there are none or too many to count out
 */
record PairedTest(
    int repeats, int diverged, double ratio, double effect, double tTest, double wilcoxon) {

  /** The level of significance. */
  static final double LEVEL = 0.01;

  /** With fewer repeats no p of Wilcoxon's test is below the level, whatever was measured. */
  static final int FEWEST = 8;

  /** The exact p counts out 2^n signs. */
  private static final int MOST_EXACT = 20;

  /**
   * Compares.
   *
   * @return NaN for what needs at least two repeats
   */
  static PairedTest of(Sample first, Sample second) {
    double[] all =
        IntStream.range(0, Math.min(first.values().size(), second.values().size()))
            .mapToDouble(i -> Math.log(first.values().get(i)) - Math.log(second.values().get(i)))
            .toArray();
    double[] logs = Arrays.stream(all).filter(Double::isFinite).toArray();
    int diverged = Math.min(first.diverged() + second.diverged(), all.length - logs.length);
    double mean = StatUtils.mean(logs);
    if (logs.length < 2) {
      return new PairedTest(
          logs.length, diverged, Math.exp(mean), Double.NaN, Double.NaN, Double.NaN);
    }
    return new PairedTest(
        logs.length,
        diverged,
        Math.exp(mean),
        mean / Math.sqrt(StatUtils.variance(logs)),
        new TTest().tTest(0, logs),
        wilcoxon(Arrays.stream(logs).filter(log -> log != 0).toArray()));
  }

  private static double wilcoxon(double[] logs) {
    return logs.length == 0 || logs.length > MOST_EXACT
        ? Double.NaN
        : Math.min(
            1,
            new WilcoxonSignedRankTest()
                .wilcoxonSignedRankTest(logs, new double[logs.length], true));
  }

  /** Tells whether the first error is smaller, beyond chance and without divergence. */
  boolean isFirstSmaller() {
    return ratio < 1 && tTest < LEVEL && diverged == 0;
  }

  /** Tells whether there are enough repeats for a test. */
  boolean isPossible() {
    return repeats + diverged >= FEWEST;
  }
}
