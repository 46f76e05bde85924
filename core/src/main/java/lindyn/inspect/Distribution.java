package lindyn.inspect;

import java.util.List;
import java.util.stream.DoubleStream;
import lindyn.data.ColumnStatistics;

/**
 * How the numbers of a column are spread, judged by an even sample of the rows.
 *
 * @param quantiles the 1, 25, 50, 75 and 99 % quantiles
 * @param distinct number of different values
 * @param resolution smallest difference between two values beyond float32 rounding; 0 if none
 * @param histogram counts in equal parts of [min, max]
 */
public record Distribution(
    List<Double> quantiles, int distinct, double resolution, List<Integer> histogram) {

  private static final int BINS = 40;

  /** Copies the lists. */
  public Distribution {
    quantiles = List.copyOf(quantiles);
    histogram = List.copyOf(histogram);
  }

  static Distribution of(SortedSample values, ColumnStatistics statistics) {
    return new Distribution(
        DoubleStream.of(0.01, 0.25, 0.5, 0.75, 0.99).mapToObj(values::quantile).toList(),
        values.distinct(),
        values.resolution(),
        values.histogram(statistics.min(), statistics.max(), BINS));
  }
}
