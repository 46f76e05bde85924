package lindyn.cli;

import java.util.List;
import java.util.Locale;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.data.LogData;
import lindyn.inspect.ColumnSummary;
import lindyn.inspect.Finding;
import lindyn.inspect.Intervals;
import lindyn.inspect.LogSummary;
import lindyn.inspect.TrajectorySummary;

/**
 * What {@code info --json} prints about logs. The keys are stable.
 *
 * @param signals what the columns are
 * @param samples number of rows
 * @param files name, SHA-256 and samples of each file
 * @param columnsNotRead names of columns that nothing was read from
 * @param intervals times between rows: {@code periods} with median, shortest and longest in s and
 *     jitter as a share; {@code bands}, the counts below 0.5, 0.8, 0.95, 1.05, 1.25, 2 and 5
 *     sampling periods and above; {@code gapCount} and the longest {@code gaps} with trajectory,
 *     time and seconds
 * @param trajectories id, samples, duration in s, and periods
 * @param columns what each column holds
 * @param findings what to mend or check, the worst first
 */
record LogJson(
    Columns signals,
    long samples,
    List<Provenance.Source> files,
    List<String> columnsNotRead,
    Intervals intervals,
    List<TrajectorySummary> trajectories,
    List<OneColumn> columns,
    List<OneFinding> findings) {

  static LogJson of(LogData log, LogSummary summary) {
    return new LogJson(
        Columns.of(log.signals()),
        summary.samples(),
        log.sources(),
        log.notes().ignoredColumns(),
        summary.intervals(),
        summary.trajectories(),
        summary.columns().stream().map(OneColumn::of).toList(),
        summary.findings().stream().map(OneFinding::of).toList());
  }

  /**
   * What the columns are.
   *
   * @param jointNames one name per joint
   * @param extraInputs names of the inputs beside q, qd and qdd
   * @param derivatives where qd and qdd come from, in words
   * @param torqueUnit unit of tau
   * @param samplePeriod median time between rows, in s
   */
  record Columns(
      List<String> jointNames,
      List<String> extraInputs,
      String derivatives,
      String torqueUnit,
      double samplePeriod) {

    static Columns of(Signals signals) {
      return new Columns(
          signals.jointNames(),
          signals.extraInputs(),
          signals.derivatives().description(),
          signals.torqueUnit(),
          signals.samplePeriod());
    }
  }

  /**
   * One column.
   *
   * @param name such as q1
   * @param unit empty if not known
   * @param min smallest number
   * @param max largest number
   * @param mean arithmetic mean
   * @param std standard deviation
   * @param quantiles the 1, 25, 50, 75 and 99 % quantiles of an even sample
   * @param resolution smallest step of that sample
   * @param findings kinds of findings that name it
   */
  record OneColumn(
      String name,
      String unit,
      double min,
      double max,
      double mean,
      double std,
      List<Double> quantiles,
      double resolution,
      List<String> findings) {

    static OneColumn of(ColumnSummary column) {
      return new OneColumn(
          column.column().name(),
          column.column().unit(),
          column.statistics().min(),
          column.statistics().max(),
          column.statistics().mean(),
          column.statistics().standardDeviation(),
          column.distribution().quantiles(),
          column.distribution().resolution(),
          column.findings().stream().map(LogJson::word).toList());
    }
  }

  /**
   * One finding.
   *
   * @param kind such as rate-scale
   * @param severity mend or check
   * @param sentence what was found
   * @param advice what to do
   * @param measure what the numbers of the evidence are
   * @param evidence columns or trajectories ({@code where}) with their numbers ({@code value})
   */
  record OneFinding(
      String kind,
      String severity,
      String sentence,
      String advice,
      String measure,
      List<Finding.Evidence> evidence) {

    static OneFinding of(Finding finding) {
      return new OneFinding(
          word(finding.kind()),
          word(finding.kind().severity()),
          finding.sentence(),
          finding.kind().advice(),
          finding.kind().measure(),
          finding.evidence());
    }
  }

  /** Returns a constant as users write it: RATE_SCALE is rate-scale. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
