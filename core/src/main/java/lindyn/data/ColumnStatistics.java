package lindyn.data;

import java.util.ArrayList;
import java.util.List;
import lindyn.JointSeries;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Statistics of one column over the rows of several series.
 *
 * @param mean arithmetic mean
 * @param standardDeviation square root of the population variance (divided by n)
 * @param min smallest number
 * @param max largest number
 */
public record ColumnStatistics(double mean, double standardDeviation, double min, double max) {

  /**
   * Computes the statistics of every column, in O(rows).
   *
   * @throws IllegalArgumentException if there are no rows, or the series differ in columns
   */
  public static List<ColumnStatistics> of(List<JointSeries> series) {
    if (series.stream().mapToInt(JointSeries::timeSteps).sum() == 0) {
      throw new IllegalArgumentException("no rows to compute statistics of");
    }
    int columns = series.get(0).joints();
    List<ColumnStatistics> statistics = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      statistics.add(ofColumn(series, column));
    }
    return statistics;
  }

  private static ColumnStatistics ofColumn(List<JointSeries> series, int column) {
    var summary = new SummaryStatistics();
    for (JointSeries rows : series) {
      for (int t = 0; t < rows.timeSteps(); t++) {
        summary.addValue(rows.at(t, column));
      }
    }
    return new ColumnStatistics(
        summary.getMean(),
        Math.sqrt(Math.max(0, summary.getPopulationVariance())),
        summary.getMin(),
        summary.getMax());
  }

  /** Tells whether the column never changes, as far as float32 or any sensor can tell. */
  public boolean isConstant() {
    return standardDeviation < 1e-9 || max - min <= 1e-6 * Math.max(Math.abs(max), Math.abs(min));
  }
}
