package lindyn.bench.paper;

import java.util.Locale;

/** Numbers as the report writes them. */
final class Words {

  /** Stands for what was not measured. */
  static final String NONE = "—";

  private Words() {}

  /** Returns the mean, and with several repeats the standard deviation. */
  static String of(Sample sample) {
    return sample.count() == 0
        ? NONE
        : sample.count() == 1
            ? of(sample.mean())
            : of(sample.mean()) + " ± " + of(sample.deviation());
  }

  /** Returns an error with as many decimals as say something. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return "diverged";
    }
    double magnitude = Math.abs(value);
    int decimals =
        magnitude == 0 || magnitude >= 100
            ? 0
            : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : magnitude >= 0.1 ? 3 : 4;
    return magnitude != 0 && magnitude < 0.001
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Returns seconds with three significant digits. */
  static String seconds(Sample sample) {
    return of(sample);
  }

  /** Returns a count with groups of three digits. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Returns p with its name. */
  static String p(double p) {
    return p < 1e-4
        ? String.format(Locale.ROOT, "p = %.0e", p)
        : String.format(Locale.ROOT, "p = %.3g", p);
  }
}
