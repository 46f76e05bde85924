package lindyn.inspect;

import java.util.List;
import lindyn.data.ColumnStatistics;

/**
 * What one column holds.
 *
 * @param column which one
 * @param statistics over all rows
 * @param quantiles the 1, 25, 50, 75 and 99 % quantiles, of an even sample of the rows
 * @param distinct different values in that sample
 * @param resolution smallest difference between two values of it, beyond float32 rounding
 * @param histogram counts of it in equal parts of [min, max]
 * @param findings kinds of the findings that name the column
 */
public record ColumnSummary(
    Column column,
    ColumnStatistics statistics,
    List<Double> quantiles,
    int distinct,
    double resolution,
    List<Integer> histogram,
    List<Kind> findings) {

  private static final int BINS = 40;

  /** Copies the lists. */
  public ColumnSummary {
    quantiles = List.copyOf(quantiles);
    histogram = List.copyOf(histogram);
    findings = List.copyOf(findings);
  }

  static ColumnSummary of(ColumnProfile profile, List<Finding> findings) {
    SortedSample values = profile.values();
    ColumnStatistics statistics = profile.statistics();
    return new ColumnSummary(
        profile.column(),
        statistics,
        List.of(0.01, 0.25, 0.5, 0.75, 0.99).stream().map(values::quantile).toList(),
        values.distinct(),
        values.resolution(),
        values.histogram(statistics.min(), statistics.max(), BINS),
        findings.stream()
            .filter(finding -> finding.concerns(profile.column().name()))
            .map(Finding::kind)
            .toList());
  }
}
