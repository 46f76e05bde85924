package lindyn.inspect;

/** Usual reasons for which a column is a multiple of the derivative that it should be. */
enum Scale {
  RATE_IN_DEGREES(Math.PI / 180, "%2$s looks like degrees where %1$s is in radians"),
  QUANTITY_IN_DEGREES(180 / Math.PI, "%1$s looks like degrees where %2$s is in radians"),
  RATE_IN_RPM(Math.PI / 30, "%2$s looks like revolutions per minute"),
  RATE_IN_TURNS(2 * Math.PI, "%2$s looks like revolutions per second"),
  RATE_IN_THOUSANDTHS(1e-3, "%2$s looks like thousandths, or t like milliseconds"),
  QUANTITY_IN_THOUSANDTHS(1e3, "%1$s looks like thousandths, or t is off by as much"),
  FLIPPED(-1, "%2$s or %1$s has the wrong sign"),
  OTHER(Double.NaN, "the sampling period is wrong by as much, or a unit or a gear ratio is");

  private static final double TOLERANCE = 0.08;

  private final double slope;
  private final String words;

  Scale(double slope, String words) {
    this.slope = slope;
    this.words = words;
  }

  static Scale of(double slope) {
    for (Scale scale : values()) {
      if (Math.abs(slope / scale.slope - 1) < TOLERANCE) {
        return scale;
      }
    }
    return OTHER;
  }

  /** Returns the reason in words, for a quantity and its rate. */
  String words(String quantity, String rate) {
    return String.format(words, quantity, rate);
  }
}
