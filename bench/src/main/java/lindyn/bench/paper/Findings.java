package lindyn.bench.paper;

import java.util.Locale;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;

/** Sentences that say whether numbers are as the paper has them, or as we want them. */
final class Findings {

  /** A mean that is outside by less than twice its standard error may be so by chance. */
  private static final double TWO_ERRORS = 2;

  private Findings() {}

  /** Says whether the first of two models has the smaller error, as expected. */
  static Finding smaller(String where, Compared first, Compared second) {
    PairedTest test = PairedTest.of(first.errors(), second.errors());
    return tested(test, test.isFirstSmaller(), where, words(first, second, test));
  }

  /** Says whether the first of two models is not the better one, as expected. */
  static Finding notSmaller(String where, Compared first, Compared second) {
    PairedTest test = PairedTest.of(first.errors(), second.errors());
    return tested(test, !test.isFirstSmaller(), where, words(first, second, test));
  }

  /** Says how two errors stand to each other, where nothing was expected. */
  static Finding compared(String where, Compared first, Compared second) {
    PairedTest test = PairedTest.of(first.errors(), second.errors());
    return new Finding(Standing.NOTE, where + ": " + words(first, second, test));
  }

  private static Finding tested(PairedTest test, boolean isAsExpected, String where, String words) {
    Standing standing =
        !test.isPossible() ? Standing.OPEN : isAsExpected ? Standing.AGREES : Standing.DIFFERS;
    return new Finding(standing, where + ": " + words);
  }

  /** Says whether a mean is no larger than expected. */
  static Finding atMost(String what, Sample sample, double most) {
    return within(what, sample, 0, most, "at most " + Words.of(most));
  }

  /** Says whether a mean is within a range. */
  static Finding within(String what, Sample sample, double low, double high) {
    return within(what, sample, low, high, Words.of(low) + " to " + Words.of(high));
  }

  private static Finding within(
      String what, Sample sample, double low, double high, String expected) {
    if (sample.count() == 0) {
      return new Finding(Standing.OPEN, what + ": not measured");
    }
    double chance = TWO_ERRORS * sample.deviation() / Math.sqrt(sample.count());
    double outside = Math.max(low - sample.mean(), sample.mean() - high);
    Standing standing =
        sample.count() < PairedTest.FEWEST || (outside > 0 && outside < chance)
            ? Standing.OPEN
            : outside > 0 ? Standing.DIFFERS : Standing.AGREES;
    return new Finding(
        standing,
        String.format(
            "%s: %s in %s, expected %s",
            what, Words.of(sample), Words.repeats(sample.count()), expected));
  }

  private static String words(Compared first, Compared second, PairedTest test) {
    String both = String.format("the %s and the %s", first.name(), second.name());
    if (test.repeats() + test.diverged() == 0) {
      return both + " were not both measured";
    }
    String diverged =
        test.diverged() == 0
            ? ""
            : String.format(", one of them diverged in %s", Words.repeats(test.diverged()));
    String ratio =
        String.format(
            "the %s has %s times the error of the %s%s",
            first.name(), Words.of(test.ratio()), second.name(), diverged);
    if (!test.isPossible()) {
      return ratio + String.format("; %s: too few for a test", Words.repeats(test.repeats()));
    }
    return String.format(
        Locale.ROOT,
        "%s (%s, %s by t test%s, d = %.2f)",
        ratio,
        Words.repeats(test.repeats()),
        Words.p(test.tTest()),
        Double.isNaN(test.wilcoxon()) ? "" : " and " + Words.p(test.wilcoxon()) + " by Wilcoxon's",
        test.effect());
  }

  /**
   * One side of a comparison.
   *
   * @param name of the model
   * @param errors by repeat
   */
  record Compared(String name, Sample errors) {}
}
