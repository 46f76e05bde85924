package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lindyn.Trajectory;
import lindyn.data.LogData;

/**
 * What logs hold, and what looks wrong in them.
 *
 * @param samples number of rows in all trajectories
 * @param intervals times between rows
 * @param trajectories in the order of the log
 * @param columns in the order q, qd, qdd, extra, tau
 * @param findings what a user should know before he trains, the worst first
 */
public record LogSummary(
    long samples,
    Intervals intervals,
    List<TrajectorySummary> trajectories,
    List<ColumnSummary> columns,
    List<Finding> findings) {

  /** Copies the lists. */
  public LogSummary {
    trajectories = List.copyOf(trajectories);
    columns = List.copyOf(columns);
    findings = List.copyOf(findings);
  }

  /**
   * Examines logs in two walks over their rows. Memory does not grow with the number of rows:
   * quantiles, distinct values and derivatives are judged by even samples of bounded size.
   *
   * @throws IllegalArgumentException if there are no rows
   */
  public static LogSummary of(LogData log) {
    long samples = log.samples();
    if (samples == 0) {
      throw new IllegalArgumentException("no rows to summarise");
    }
    Columns columns = Columns.of(log.signals());
    double period = log.signals().samplePeriod();
    var census = new ColumnCensus(columns, samples);
    var timing = new Timing(period, samples);
    var copies = new Copies();
    Rows.walk(log.trajectories(), columns, List.of(census, timing, copies));
    List<ColumnProfile> profiles = census.profiles();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new TimingFindings(timing.intervals(), timing.trajectories()).all());
    findings.addAll(copies.findings(log.trajectories(), columns));
    findings.addAll(ColumnFindings.of(profiles));
    findings.addAll(
        secondWalk(log.trajectories(), new Context(columns, profiles, period, samples)));
    List<Finding> sorted = sorted(findings);
    return new LogSummary(
        samples,
        timing.intervals(),
        timing.trajectories(),
        profiles.stream().map(profile -> ColumnSummary.of(profile, sorted)).toList(),
        sorted);
  }

  private static List<Finding> secondWalk(List<Trajectory> trajectories, Context context) {
    List<Detector> detectors = Detector.all(context);
    Rows.walk(trajectories, context.columns(), List.copyOf(detectors));
    return detectors.stream().flatMap(detector -> detector.findings().stream()).toList();
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return Stream.of(Finding.Severity.values())
        .flatMap(
            severity ->
                findings.stream()
                    .filter(finding -> finding.kind().severity() == severity)
                    .sorted((a, b) -> a.kind().compareTo(b.kind())))
        .toList();
  }
}
