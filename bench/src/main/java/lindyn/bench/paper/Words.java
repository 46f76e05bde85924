package lindyn.bench.paper;

import java.util.Locale;

/** Numbers as the report writes them. */
final class Words {

  /** Stands for what was not measured. */
  static final String NONE = "—";

  private Words() {}

  /** Returns the mean, and with several repeats the standard deviation. */
  static String of(Sample sample) {
    if (sample.diverged() > 0) {
      return String.format("diverged in %d of %d", sample.diverged(), sample.count());
    }
    return sample.count() < 2
        ? of(sample.mean())
        : of(sample.mean()) + " ± " + fixed(sample.deviation(), decimals(sample.mean()));
  }

  /** Returns a number with as many decimals as say something. */
  static String of(double value) {
    return Double.isNaN(value) ? NONE : fixed(value, decimals(value));
  }

  private static int decimals(double value) {
    double magnitude = Math.abs(value);
    if (magnitude >= 1000 || magnitude == 0) {
      return 0;
    }
    if (magnitude >= 10) {
      return 1;
    }
    if (magnitude >= 1) {
      return 2;
    }
    return magnitude >= 0.1 ? 3 : magnitude >= 0.001 ? 4 : 6;
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Returns a count with groups of three digits. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Returns "1 repeat" or "5 repeats". */
  static String repeats(int count) {
    return count == 1 ? "1 repeat" : count + " repeats";
  }

  /** Returns p with its name. */
  static String p(double p) {
    return p < 1e-4
        ? String.format(Locale.ROOT, "p = %.0e", p)
        : String.format(Locale.ROOT, "p = %.2g", p);
  }
}
