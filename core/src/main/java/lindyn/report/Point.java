package lindyn.report;

/** A point of a chart, in pixels from its upper left corner. */
record Point(double x, double y) {

  /** Tells whether the point has a place; NaN marks a gap in a line. */
  boolean isDrawable() {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }
}
