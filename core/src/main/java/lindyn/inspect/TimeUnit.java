package lindyn.inspect;

/** Units in which times are written by mistake. */
enum TimeUnit {
  MILLISECONDS("milliseconds", 1e3),
  MICROSECONDS("microseconds", 1e6),
  NANOSECONDS("nanoseconds", 1e9);

  private static final double TOLERANCE = 0.3;

  private final String words;
  private final double perSecond;

  TimeUnit(String words, double perSecond) {
    this.words = words;
    this.perSecond = perSecond;
  }

  String words() {
    return words;
  }

  double perSecond() {
    return perSecond;
  }

  /** Tells whether rates that are too large by this factor come from the unit. */
  boolean explains(double slope) {
    return Math.abs(slope * perSecond - 1) < TOLERANCE;
  }

  /** Returns the unit in which a sampling period is that of a robot, from 0.1 to 500 ms. */
  static TimeUnit usual(double period) {
    return period < 500 ? MILLISECONDS : period < 5e5 ? MICROSECONDS : NANOSECONDS;
  }
}
