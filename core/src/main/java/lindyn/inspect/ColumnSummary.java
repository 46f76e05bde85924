package lindyn.inspect;

import java.util.List;
import lindyn.data.ColumnStatistics;

/**
 * What one column holds.
 *
 * @param column which one
 * @param statistics over all rows
 * @param distribution how the numbers are spread
 * @param findings kinds of the findings that name the column
 */
public record ColumnSummary(
    Column column, ColumnStatistics statistics, Distribution distribution, List<Kind> findings) {

  /** Copies the list. */
  public ColumnSummary {
    findings = List.copyOf(findings);
  }

  static ColumnSummary of(ColumnProfile profile, List<Finding> findings) {
    return new ColumnSummary(
        profile.column(),
        profile.statistics(),
        Distribution.of(profile.values(), profile.statistics()),
        findings.stream()
            .filter(finding -> finding.concerns(profile.column().name()))
            .map(Finding::kind)
            .distinct()
            .toList());
  }
}
