package lindyn.report;

/**
 * The rectangle of a chart in which data is drawn, in pixels.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param right its right edge
 * @param bottom its lower edge
 */
record Frame(double left, double top, double right, double bottom) {

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /** Returns the pixel column of a number; NaN if it has none. */
  double x(Scale scale, double value) {
    return left + width() * scale.fraction(value);
  }

  /** Returns the pixel row of a number; NaN if it has none. */
  double y(Scale scale, double value) {
    return bottom - height() * scale.fraction(value);
  }
}
