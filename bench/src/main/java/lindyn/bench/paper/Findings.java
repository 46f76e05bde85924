package lindyn.bench.paper;

import java.util.Locale;
import lindyn.report.Document.Finding;
import lindyn.report.Document.Finding.Standing;

/** Sentences that say whether numbers are as the paper has them. */
final class Findings {

  private Findings() {}

  /** Says whether the first of two models has the smaller error, as expected. */
  static Finding smaller(String where, Compared first, Compared second) {
    PairedTest test = PairedTest.of(first.errors(), second.errors());
    return new Finding(
        standing(test, test.isFirstSmaller()), where + ": " + words(first, second, test));
  }

  /** Says whether two errors do not differ, as expected. */
  static Finding same(String where, Compared first, Compared second) {
    PairedTest test = PairedTest.of(first.errors(), second.errors());
    return new Finding(
        standing(test, !test.isDifferent()), where + ": " + words(first, second, test));
  }

  /** Says how two errors stand to each other, whatever was expected. */
  static Finding compared(String where, Compared first, Compared second) {
    PairedTest test = PairedTest.of(first.errors(), second.errors());
    return new Finding(Standing.OPEN, where + ": " + words(first, second, test));
  }

  /** Says whether a mean is no larger than expected. */
  static Finding atMost(String what, Sample sample, double most) {
    if (sample.count() == 0) {
      return new Finding(Standing.OPEN, what + ": not measured");
    }
    return new Finding(
        sample.mean() <= most ? Standing.AGREES : Standing.DIFFERS,
        String.format(
            Locale.ROOT, "%s: %s, expected at most %s", what, Words.of(sample), Words.of(most)));
  }

  /** Says whether a mean is within a range. */
  static Finding within(String what, Sample sample, double low, double high) {
    if (sample.count() == 0) {
      return new Finding(Standing.OPEN, what + ": not measured");
    }
    return new Finding(
        sample.mean() >= low && sample.mean() <= high ? Standing.AGREES : Standing.DIFFERS,
        String.format(
            Locale.ROOT,
            "%s: %s, expected %s to %s",
            what,
            Words.of(sample),
            Words.of(low),
            Words.of(high)));
  }

  private static Standing standing(PairedTest test, boolean isAsExpected) {
    if (!test.isPossible()) {
      return Standing.OPEN;
    }
    return isAsExpected ? Standing.AGREES : Standing.DIFFERS;
  }

  private static String words(Compared first, Compared second, PairedTest test) {
    String ratio =
        String.format(
            Locale.ROOT,
            "the %s has %s times the error of the %s",
            first.name(),
            Words.of(test.ratio()),
            second.name());
    if (test.repeats() == 0) {
      return "the " + first.name() + " and the " + second.name() + " were not both measured";
    }
    if (!test.isPossible()) {
      return String.format(
          Locale.ROOT, "%s; %d repeats are too few for a test", ratio, test.repeats());
    }
    return String.format(
        Locale.ROOT,
        "%s (%d pairs, %s by t test%s, d = %.2f)",
        ratio,
        test.repeats(),
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
