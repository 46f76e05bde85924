package lindyn.data;

import java.util.List;
import java.util.stream.Stream;
import lindyn.JointSeries;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.SecondMoment;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

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
    if (series.stream().mapToLong(JointSeries::timeSteps).sum() == 0) {
      throw new IllegalArgumentException("no rows to compute statistics of");
    }
    int columns = series.get(0).joints();
    List<Column> statistics = Stream.generate(Column::new).limit(columns).toList();
    float[] row = new float[columns];
    for (JointSeries rows : series) {
      if (rows.joints() != columns) {
        throw new IllegalArgumentException(
            "series of " + columns + " and of " + rows.joints() + " columns");
      }
      for (int t = 0; t < rows.timeSteps(); t++) {
        rows.copyRow(t, row, 0);
        for (int column = 0; column < columns; column++) {
          statistics.get(column).add(row[column]);
        }
      }
    }
    return statistics.stream().map(Column::statistics).toList();
  }

  private static final class Column {

    private final SecondMoment moments = new SecondMoment();
    private double min = Double.NaN;
    private double max = Double.NaN;

    void add(double number) {
      moments.increment(number);
      min = number < min || Double.isNaN(min) ? number : min;
      max = number > max || Double.isNaN(max) ? number : max;
    }

    ColumnStatistics statistics() {
      double variance = new Variance(false, moments).getResult();
      return new ColumnStatistics(
          new Mean(moments).getResult(), Math.sqrt(Math.max(0, variance)), min, max);
    }
  }

  /** Tells whether the column never changes, as far as float32 or any sensor can tell. */
  public boolean isConstant() {
    return standardDeviation < 1e-9 || max - min <= 1e-6 * Math.max(Math.abs(max), Math.abs(min));
  }
}
