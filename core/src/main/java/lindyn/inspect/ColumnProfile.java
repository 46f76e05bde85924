package lindyn.inspect;

import lindyn.data.ColumnStatistics;

/**
 * What the first walk through a log learns of a column.
 *
 * @param column which one
 * @param statistics over all rows
 * @param rmsStep root mean square of the change from row to row
 * @param roughness distances of numbers from the mean of their two neighbours, a sample
 * @param values a sample of the numbers
 */
record ColumnProfile(
    Column column,
    ColumnStatistics statistics,
    double rmsStep,
    SortedSample roughness,
    SortedSample values) {

  /** Steps beyond this share of the standard deviation are felt by a model. */
  private static final double COARSE = 0.015;

  double deviation() {
    return statistics.standardDeviation();
  }

  boolean isConstant() {
    return statistics.isConstant();
  }

  /** Tells whether a number is the smallest or largest of the column: perhaps a limit. */
  boolean isExtreme(double value) {
    return value == statistics.min() || value == statistics.max();
  }

  /** Tells whether the column moves in a few large steps. */
  boolean isCoarse() {
    return !isConstant() && values.resolution() > COARSE * deviation();
  }
}
