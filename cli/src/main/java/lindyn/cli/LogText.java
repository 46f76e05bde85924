package lindyn.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lindyn.Signals;
import lindyn.data.LogData;
import lindyn.inspect.ColumnSummary;
import lindyn.inspect.Finding;
import lindyn.inspect.Intervals;
import lindyn.inspect.LogSummary;
import lindyn.inspect.Periods;
import lindyn.inspect.TrajectorySummary;

/** What logs hold, as text for a terminal. */
final class LogText {

  private static final int LISTED = 10;

  private final PrintWriter out;

  LogText(PrintWriter out) {
    this.out = out;
  }

  void print(LogData log, LogSummary summary) {
    print(log.signals());
    print("samples          %,d%n", summary.samples());
    print("trajectories     %,d%n", summary.trajectories().size());
    if (!log.notes().ignoredColumns().isEmpty()) {
      print("columns not read %s%n", log.notes().ignoredColumns());
    }
    print(summary.intervals());
    printTrajectories(summary.trajectories());
    printColumns(summary.columns());
    printFindings(summary.findings());
  }

  void print(Signals signals) {
    print("joints           %d: %s%n", signals.joints(), signals.jointNames());
    print("extra inputs     %s%n", signals.extraInputs());
    print("derivatives      %s%n", signals.derivatives().description());
    print("torque unit      %s%n", signals.torqueUnit());
    print(
        "sampling period  %.4g s (%.4g Hz)%n", signals.samplePeriod(), 1 / signals.samplePeriod());
  }

  private void print(Intervals intervals) {
    Periods periods = intervals.periods();
    if (!Double.isNaN(periods.jitter())) {
      print(
          "row intervals    %.4g to %.4g s, varies by %.2g %%, %,d gaps of more than %.0f"
              + " periods%n",
          periods.shortest(),
          periods.longest(),
          100 * periods.jitter(),
          intervals.gapCount(),
          Intervals.GAP);
    }
    for (Intervals.Gap gap : intervals.gaps()) {
      print(
          "  gap of %.4g s in trajectory %s after t = %.6g s%n",
          gap.seconds(), gap.trajectory(), gap.time());
    }
  }

  private void printTrajectories(List<TrajectorySummary> trajectories) {
    print(
        "%n%-24s%10s%14s%14s%14s%n",
        "trajectory", "samples", "duration [s]", "period [s]", "longest [s]");
    for (TrajectorySummary trajectory : trajectories.stream().limit(LISTED).toList()) {
      print(
          "%-24s%,10d%14.5g%14s%14s%n",
          trajectory.id(),
          trajectory.samples(),
          trajectory.duration(),
          number(trajectory.periods().median()),
          number(trajectory.periods().longest()));
    }
    List<TrajectorySummary> rest = trajectories.stream().skip(LISTED).toList();
    if (!rest.isEmpty()) {
      var samples = rest.stream().mapToInt(TrajectorySummary::samples).summaryStatistics();
      var duration = rest.stream().mapToDouble(TrajectorySummary::duration).summaryStatistics();
      print(
          "and %,d more with %,d to %,d samples, %.4g to %.4g s long%n",
          rest.size(), samples.getMin(), samples.getMax(), duration.getMin(), duration.getMax());
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.5g", value);
  }

  private void printColumns(List<ColumnSummary> columns) {
    print("%n%-12s%14s%14s%14s%14s%n", "column", "min", "max", "mean", "std");
    for (ColumnSummary column : columns) {
      String findings =
          column.findings().stream().map(LogJson::word).collect(Collectors.joining(", "));
      print(
          "%-12s%14.5g%14.5g%14.5g%14.5g%s%n",
          column.column().name(),
          column.statistics().min(),
          column.statistics().max(),
          column.statistics().mean(),
          column.statistics().standardDeviation(),
          findings.isEmpty() ? "" : "  " + findings);
    }
  }

  private void printFindings(List<Finding> findings) {
    if (findings.isEmpty()) {
      print("%nno suspicious columns%n");
      return;
    }
    print("%nfindings%n");
    for (Finding finding : findings) {
      String severity = LogJson.word(finding.kind().severity());
      print("%-7s%s.%n", severity, finding.sentence());
      print("%-7s%s%n", "", finding.kind().advice());
    }
  }

  private void print(String format, Object... arguments) {
    out.printf(Locale.ROOT, format, arguments);
  }
}
