package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.inspect.Column;
import lindyn.inspect.ColumnSummary;
import lindyn.inspect.Intervals;
import lindyn.inspect.LogSummary;
import lindyn.inspect.Quantity;
import lindyn.inspect.TrajectorySummary;

/**
 * The charts of a page about logs.
 *
 * @param log the logs
 * @param summary what they hold
 */
record LogCharts(LogData log, LogSummary summary) {

  /** More lines of different colours cannot be told apart. */
  private static final int LINES_PER_CHART = 7;

  private static final int MOST_BARS = 40;
  private static final int BINS = 40;

  /** Returns the numbers of each column of a quantity, those with findings in another colour. */
  HistogramChart distributions(Quantity quantity) {
    return new HistogramChart(
        "Distribution of " + name(quantity),
        summary.columns().stream()
            .filter(column -> column.column().quantity() == quantity)
            .map(LogCharts::distribution)
            .collect(Collectors.toList()));
  }

  private static HistogramChart.Cell distribution(ColumnSummary column) {
    return new HistogramChart.Cell(
        column.column().name(),
        column.findings().isEmpty() ? Colour.SKY : Colour.VERMILLION,
        column.statistics().min(),
        column.statistics().max(),
        column.distribution().histogram());
  }

  /** Returns the times between rows, in shares of all. */
  BarChart intervals() {
    List<Long> bands = summary.intervals().bands();
    double all = Math.max(1, bands.stream().mapToLong(count -> count).sum());
    List<Double> shares =
        bands.stream().map(count -> 100 * count / all).collect(Collectors.toList());
    return new BarChart(
        "Time between rows",
        Axis.linear("share of the intervals in %, against their length in sampling periods"),
        bandNames(),
        List.of(new BarChart.Bars("intervals", Colour.SKY, shares)));
  }

  private static List<String> bandNames() {
    List<String> names = new ArrayList<>();
    List<Double> limits = Intervals.LIMITS;
    names.add("< " + Numbers.plain(limits.get(0)));
    for (int i = 1; i < limits.size(); i++) {
      names.add(Numbers.plain(limits.get(i - 1)) + "–" + Numbers.plain(limits.get(i)));
    }
    names.add("> " + Numbers.plain(limits.get(limits.size() - 1)));
    return names;
  }

  /** Returns the number of samples of each trajectory, or their distribution if they are many. */
  Chart samples() {
    List<TrajectorySummary> all = summary.trajectories();
    return all.size() > MOST_BARS
        ? distributionOfSamples()
        : new BarChart(
            "Samples of each trajectory",
            Axis.linear("samples"),
            all.stream().map(TrajectorySummary::id).collect(Collectors.toList()),
            List.of(
                new BarChart.Bars(
                    "samples",
                    Colour.SKY,
                    all.stream().map(t -> (double) t.samples()).collect(Collectors.toList()))));
  }

  private HistogramChart distributionOfSamples() {
    var statistics =
        summary.trajectories().stream().mapToInt(TrajectorySummary::samples).summaryStatistics();
    int[] counts = new int[BINS];
    double width = (statistics.getMax() - statistics.getMin()) / (double) BINS;
    for (TrajectorySummary trajectory : summary.trajectories()) {
      double bin = width == 0 ? 0 : (trajectory.samples() - statistics.getMin()) / width;
      counts[(int) Math.min(BINS - 1, bin)]++;
    }
    return new HistogramChart(
        "Samples of the trajectories",
        List.of(
            new HistogramChart.Cell(
                "samples per trajectory",
                Colour.SKY,
                statistics.getMin(),
                statistics.getMax(),
                IntStream.of(counts).boxed().collect(Collectors.toList()))));
  }

  /** Returns q, qd, qdd and tau over time, a chart for every seven joints. */
  List<PanelChart> trajectory(Trajectory trajectory) {
    List<PanelChart> charts = new ArrayList<>();
    for (int first = 0; first < log.signals().joints(); first += LINES_PER_CHART) {
      int last = Math.min(first + LINES_PER_CHART, log.signals().joints());
      List<Integer> joints = IntStream.range(first, last).boxed().collect(Collectors.toList());
      charts.add(
          new PanelChart(
              "Trajectory " + trajectory.id(),
              Axis.linear("time in s"),
              Axis.linear(""),
              List.of(
                  panel(trajectory, Quantity.POSITION, trajectory.motion().q(), joints),
                  panel(trajectory, Quantity.VELOCITY, trajectory.motion().qd(), joints),
                  panel(trajectory, Quantity.ACCELERATION, trajectory.motion().qdd(), joints),
                  panel(trajectory, Quantity.TORQUE, trajectory.tau(), joints))));
    }
    return charts;
  }

  private PanelChart.Panel panel(
      Trajectory trajectory, Quantity quantity, JointSeries numbers, List<Integer> joints) {
    double gap = Intervals.GAP * log.signals().samplePeriod();
    List<Series> lines =
        joints.stream()
            .map(
                joint ->
                    Envelope.of(
                        log.signals().jointNames().get(joint),
                        Colour.ofSeries(joint),
                        new Envelope.Column(trajectory.motion().times(), numbers, joint),
                        gap))
            .collect(Collectors.toList());
    return new PanelChart.Panel(name(quantity), suspicious(quantity, joints), lines);
  }

  private String suspicious(Quantity quantity, List<Integer> joints) {
    String names =
        summary.columns().stream()
            .filter(column -> column.column().quantity() == quantity)
            .filter(column -> joints.contains(column.column().joint()))
            .filter(column -> !column.findings().isEmpty())
            .map(column -> column.column().name())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "findings: " + names;
  }

  /** Returns what a quantity is called, with its unit. */
  String name(Quantity quantity) {
    String words =
        switch (quantity) {
          case POSITION -> "positions q";
          case VELOCITY -> "velocities qd";
          case ACCELERATION -> "accelerations qdd";
          case EXTRA -> "extra inputs";
          case TORQUE -> "torques tau";
        };
    String unit = quantity.unit(log.signals());
    return unit.isEmpty() ? words : words + " in " + unit;
  }

  /** Tells whether the log has columns of a quantity. */
  boolean has(Quantity quantity) {
    return summary.columns().stream()
        .map(ColumnSummary::column)
        .map(Column::quantity)
        .anyMatch(quantity::equals);
  }
}
