package lindyn.report;

/**
 * Where a bar and its error bar end, in numbers of the axis.
 *
 * @param value end of the bar; NaN if there is none
 * @param low lower end of the error bar; NaN if there is none
 * @param high upper end of the error bar; NaN if there is none
 */
record BarSpan(double value, double low, double high) {

  /** Returns the span of a bar whose error bar ends at zero rather than on its other side. */
  static BarSpan of(double value, double spread) {
    if (!Double.isFinite(value) || !Double.isFinite(spread)) {
      return new BarSpan(value, Double.NaN, Double.NaN);
    }
    return value < 0
        ? new BarSpan(value, value - spread, Math.min(0, value + spread))
        : new BarSpan(value, Math.max(0, value - spread), value + spread);
  }

  boolean hasErrorBar() {
    return !Double.isNaN(low);
  }

  /** Returns the end farthest from zero, beyond which there is room for text. */
  double tip() {
    if (!hasErrorBar()) {
      return Double.isFinite(value) ? value : 0;
    }
    return value < 0 ? low : high;
  }
}
