package lindyn.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.inspect.ColumnSummary;
import lindyn.inspect.Finding;
import lindyn.inspect.Finding.Severity;
import lindyn.inspect.LogSummary;
import lindyn.inspect.Quantity;
import lindyn.inspect.TrajectorySummary;
import lindyn.run.AtomicFile;

/** Logs as one HTML page that needs nothing else: findings first, then columns, plots and times. */
public final class LogPage {

  private static final int PLOTTED = 3;
  private static final int LISTED = 60;

  private final String title;
  private final LogData log;
  private final LogSummary summary;
  private final LogCharts charts;

  private LogPage(String title, LogData log, LogSummary summary) {
    this.title = title;
    this.log = log;
    this.summary = summary;
    this.charts = new LogCharts(log, summary);
  }

  /**
   * Writes the page; the file appears complete or not at all, and replaces one of the same name.
   *
   * @param title names the logs
   * @throws java.io.UncheckedIOException if the file cannot be written; the message names it
   */
  public static void write(String title, LogData log, LogSummary summary, Path file) {
    AtomicFile.write(file, html(title, log, summary));
  }

  static String html(String title, LogData log, LogSummary summary) {
    return new LogPage(title, log, summary).html();
  }

  private String html() {
    Markup html = Page.open(title);
    writeHeader(html);
    writeFindings(html);
    writeColumns(html);
    writeTrajectories(html);
    writeTimes(html);
    return Page.close(html);
  }

  private void writeHeader(Markup html) {
    long mend = count(Severity.MEND);
    long check = count(Severity.CHECK);
    String standing = mend > 0 ? "behind" : check > 0 ? "level" : "ahead";
    html.open("header").element("h1", title);
    html.open("div", "class", "verdict " + standing);
    html.element("p", headline(mend, check), "class", "headline").element("p", facts());
    html.close().close();
  }

  private long count(Severity severity) {
    return summary.findings().stream().filter(f -> f.kind().severity() == severity).count();
  }

  private static String headline(long mend, long check) {
    if (mend + check == 0) {
      return "Nothing suspicious was found.";
    }
    return Stream.of(
            mend > 0 ? Numbers.count(mend) + " to mend before training" : "",
            check > 0 ? Numbers.count(check) + " to look at" : "")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", ", "Findings: ", "."));
  }

  private String facts() {
    double seconds = summary.trajectories().stream().mapToDouble(TrajectorySummary::duration).sum();
    return String.format(
        "%d joints, %s samples in %s trajectories, %s s at %s Hz",
        log.signals().joints(),
        Numbers.count(summary.samples()),
        Numbers.count(summary.trajectories().size()),
        Numbers.significant(seconds),
        Numbers.significant(1 / log.signals().samplePeriod()));
  }

  private void writeFindings(Markup html) {
    if (summary.findings().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Findings").open("ul", "class", "findings");
    for (Finding finding : summary.findings()) {
      boolean mend = finding.kind().severity() == Severity.MEND;
      html.open("li", "class", mend ? "mend" : "check")
          .element("strong", mend ? "Mend" : "Check")
          .text(" " + finding.sentence() + ". ")
          .element("span", finding.kind().advice())
          .close();
    }
    html.close().close();
  }

  private void writeColumns(Markup html) {
    html.open("section").element("h2", "Columns");
    html.element(
        "p",
        "Each histogram goes from the column's smallest to its largest number; heights are square"
            + " roots of counts. Columns with findings are red.",
        "class",
        "lead");
    for (Quantity quantity : Quantity.values()) {
      if (charts.has(quantity)) {
        html.element("h3", charts.name(quantity));
        html.raw(charts.distributions(quantity).svg());
      }
    }
    html.open("details").open("summary").element("strong", "Numbers").close();
    writeTable(html);
    html.close().close();
  }

  private void writeTable(Markup html) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    List.of("column", "unit", "min", "1 %", "median", "99 %", "max", "mean", "std", "resolution")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close().close().open("tbody");
    for (ColumnSummary column : summary.columns()) {
      html.open("tr").element("th", column.column().name(), "scope", "row");
      html.element("td", column.column().unit());
      List<Double> quantiles = column.distribution().quantiles();
      Stream.of(
              column.statistics().min(),
              quantiles.get(0),
              quantiles.get(2),
              quantiles.get(4),
              column.statistics().max(),
              column.statistics().mean(),
              column.statistics().standardDeviation(),
              column.distribution().resolution())
          .forEach(number -> html.element("td", Numbers.significant(number)));
      html.close();
    }
    html.close().close().close();
  }

  private void writeTrajectories(Markup html) {
    html.open("section").element("h2", "Some trajectories");
    for (Trajectory trajectory : plotted()) {
      html.open("details", "open", "open")
          .open("summary")
          .element("strong", "Trajectory " + trajectory.id())
          .text(", " + Numbers.count(trajectory.timeSteps()) + " samples")
          .close();
      charts.trajectory(trajectory).forEach(chart -> html.raw(chart.svg()));
      html.close();
    }
    html.close();
  }

  /** Returns the first, the last and those between, evenly. */
  private List<Trajectory> plotted() {
    int count = Math.min(PLOTTED, log.trajectories().size());
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : i * (log.trajectories().size() - 1) / (count - 1))
        .mapToObj(log.trajectories()::get)
        .collect(Collectors.toList());
  }

  private void writeTimes(Markup html) {
    html.open("section").element("h2", "Times");
    html.element("h3", "Time between rows").raw(charts.intervals().svg());
    html.element("h3", "Samples of each trajectory").raw(charts.samples().svg());
    html.open("details").open("summary").element("strong", "Trajectories").close();
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    List.of("id", "samples", "duration in s", "period in s", "longest gap in s", "jitter in %")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close().close().open("tbody");
    summary.trajectories().stream().limit(LISTED).forEach(t -> writeRow(html, t));
    html.close().close().close();
    int more = summary.trajectories().size() - LISTED;
    if (more > 0) {
      html.element("p", "and " + Numbers.count(more) + " more", "class", "lead");
    }
    html.close().close();
  }

  private static void writeRow(Markup html, TrajectorySummary trajectory) {
    html.open("tr").element("th", trajectory.id(), "scope", "row");
    html.element("td", Numbers.count(trajectory.samples()));
    Stream.of(
            trajectory.duration(),
            trajectory.periods().median(),
            trajectory.periods().longest(),
            100 * trajectory.periods().jitter())
        .forEach(number -> html.element("td", Numbers.significant(number)));
    html.close();
  }
}
