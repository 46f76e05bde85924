package lindyn.gp.search;

import org.jspecify.annotations.Nullable;

/**
 * What trials along a line tell of the maximum's place: the best trial that gains enough, and a
 * trial beyond the maximum as soon as there is one (Nocedal and Wright 2006, algorithms 3.5 and
 * 3.6). Slopes are positive upwards.
 */
final class Bracket {

  /** Steps grow at least and at most by these factors. */
  private static final double LEAST_GROWTH = 1.5;

  private static final double MOST_GROWTH = 4;

  /** A trial stays away from the ends by this part of the bracket. */
  private static final double MARGIN = 0.1;

  /** Where to look in a bracket at whose other end the function does not exist. */
  private static final double CAUTION = 0.3;

  private Trial low;
  private Trial before;
  private @Nullable Trial high;

  Bracket(Trial start) {
    low = start;
    before = start;
  }

  /** A place on the line, its distance from the start in steps, and the slope along the line. */
  record Trial(double t, Place place, double slope) {

    double value() {
      return place.value();
    }
  }

  Trial best() {
    return low;
  }

  boolean closed() {
    return high != null;
  }

  /** Takes a trial that gains too little. */
  void overshot(Trial trial) {
    high = trial;
  }

  /** Takes a trial that is better than the best one. */
  void improved(Trial trial) {
    double towardsHigh = high == null ? 1 : high.t() - low.t();
    if (trial.slope() * towardsHigh <= 0) {
      high = low;
    }
    before = low;
    low = trial;
  }

  /** Returns where to try next. */
  double next(double longest) {
    if (high == null) {
      double peak = peak(before, low);
      double grown = peak > low.t() ? peak : Double.POSITIVE_INFINITY;
      return Math.min(clamp(grown, LEAST_GROWTH * low.t(), MOST_GROWTH * low.t()), longest);
    }
    double width = high.t() - low.t();
    if (!high.place().exists()) {
      return low.t() + CAUTION * width;
    }
    double peak = peak(low, high);
    double inner = low.t() + MARGIN * width;
    double outer = high.t() - MARGIN * width;
    return Double.isNaN(peak)
        ? low.t() + 0.5 * width
        : clamp(peak, Math.min(inner, outer), Math.max(inner, outer));
  }

  private static double clamp(double value, double least, double most) {
    return Math.min(Math.max(value, least), most);
  }

  /**
   * Returns where the cubic through two trials has its maximum, Nocedal and Wright eq. 3.59; NaN if
   * it has none.
   */
  private static double peak(Trial a, Trial b) {
    double d1 = 3 * (a.value() - b.value()) / (a.t() - b.t()) - a.slope() - b.slope();
    double d2 = Math.signum(b.t() - a.t()) * Math.sqrt(d1 * d1 - a.slope() * b.slope());
    return b.t() - (b.t() - a.t()) * (d2 - d1 - b.slope()) / (a.slope() - b.slope() + 2 * d2);
  }
}
