package lindyn.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lindyn.run.AtomicFile;
import lindyn.sweep.Setting;
import lindyn.sweep.SuccessiveHalving;
import lindyn.sweep.Trial;

/** A sweep as one HTML page that needs nothing else: what was found, how, and every candidate. */
public final class SweepPage {

  private SweepPage() {}

  /**
   * Writes the page; the file appears complete or not at all, and replaces one of the same name.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written; the message names it
   */
  public static void write(SweepReport sweep, Path file) {
    AtomicFile.write(file, html(sweep));
  }

  static String html(SweepReport sweep) {
    Markup html = Page.open(sweep.title());
    writeHeader(html, sweep);
    writeCandidates(html, sweep);
    writeCourses(html, sweep);
    writeSettings(html, sweep);
    html.open("section").element("h2", "The sweep").open("dl");
    sweep.facts().forEach(f -> html.element("dt", f.label()).element("dd", f.value()));
    html.close().close();
    return Page.close(html);
  }

  private static void writeHeader(Markup html, SweepReport sweep) {
    html.open("header").element("h1", sweep.title());
    html.open("div", "class", "verdict alone");
    html.element("p", headline(sweep), "class", "headline");
    remarks(sweep).forEach(remark -> html.element("p", remark));
    html.close().close();
  }

  private static String headline(SweepReport sweep) {
    return sweep
        .best()
        .map(
            best ->
                String.format(
                    "Best of %d: %s, with a validation error of %s.",
                    sweep.ranking().size(), Setting.text(best.candidate().settings()), error(best)))
        .orElse("All candidates diverged.");
  }

  private static List<String> remarks(SweepReport sweep) {
    List<String> remarks = new ArrayList<>();
    if (sweep.best().isEmpty()) {
      return List.of("Look for outliers in the log, and try lower learning rates.");
    }
    runnerUp(sweep)
        .ifPresent(
            next ->
                remarks.add(
                    String.format(
                        "The next one has %s: %s.",
                        error(next), Setting.text(next.candidate().settings()))));
    if (histories(sweep) > 1) {
      remarks.add(
          "Each candidate is validated on sequences as long as those it is trained on: short ones"
              + " begin anew more often, and look worse than they are on whole motions.");
    }
    remarks.add(
        "The error of the best one of many is a little too good, since luck helped to choose it."
            + " The test trajectories were not looked at. They tell the truth: "
            + sweep.next());
    return remarks;
  }

  private static long histories(SweepReport sweep) {
    return sweep.trials().stream()
        .map(trial -> trial.candidate().network().history())
        .distinct()
        .count();
  }

  private static Optional<Trial> runnerUp(SweepReport sweep) {
    return sweep.ranking().stream()
        .skip(1)
        .findFirst()
        .filter(next -> Double.isFinite(next.error()))
        .filter(next -> next.rung() == sweep.rungs().count());
  }

  private static void writeCourses(Markup html, SweepReport sweep) {
    html.open("section").element("h2", "How they learned");
    html.element("p", stops(sweep), "class", "lead");
    html.raw(SweepCharts.courses(sweep).svg()).close();
  }

  private static String stops(SweepReport sweep) {
    if (sweep.rungs().count() == 1) {
      return "All candidates were trained to their end.";
    }
    return String.format(
        "At the end of each rung one candidate in %d, the best ones, goes on; the others were"
            + " stopped.",
        sweep.rungs().ratio());
  }

  private static void writeSettings(Markup html, SweepReport sweep) {
    List<Chart> charts = new ArrayList<>();
    int settings = sweep.trials().get(0).candidate().settings().size();
    for (int setting = 0; setting < settings; setting++) {
      SweepCharts.against(sweep, setting).ifPresent(charts::add);
    }
    if (charts.isEmpty()) {
      return;
    }
    html.open("section").element("h2", "What each setting does");
    html.element(
        "p",
        "Validation error of all candidates at the end of the first rung, where all had the same"
            + " share of their training. Other settings vary too.",
        "class",
        "lead");
    charts.forEach(chart -> html.raw(chart.svg()));
    html.close();
  }

  private static void writeCandidates(Markup html, SweepReport sweep) {
    html.open("section").element("h2", "Candidates");
    html.element(
        "p",
        "The validation error is the mean squared error of standardised torques on the validation"
            + " trajectories, the least of the epochs so far. Candidates that came further stand"
            + " first.",
        "class",
        "lead");
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    Stream.of(
            Stream.of("candidate"),
            sweep.trials().get(0).candidate().settings().stream().map(Setting::name),
            Stream.of("epochs", "validation error", "training, s", "state"))
        .flatMap(names -> names)
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close().close().open("tbody");
    Optional<Trial> best = SuccessiveHalving.best(sweep.trials());
    sweep.ranking().forEach(trial -> writeRow(html, trial, best.stream().anyMatch(trial::equals)));
    html.close().close().close().close();
  }

  private static void writeRow(Markup html, Trial trial, boolean isBest) {
    html.open("tr").element("th", Integer.toString(trial.candidate().number()), "scope", "row");
    trial.candidate().settings().forEach(setting -> html.element("td", setting.value()));
    html.element("td", trial.course().epochs().size() + " of " + trial.candidate().epochs());
    html.element("td", error(trial), "class", isBest ? "best" : "");
    html.element("td", Numbers.significant(trial.course().seconds()));
    html.element("td", SweepCsv.words(trial.state())).close();
  }

  /** With a digit more than usual, since candidates are often close. */
  private static String error(Trial trial) {
    return Double.isFinite(trial.error())
        ? String.format(Locale.ROOT, "%.4g", trial.error())
        : Numbers.NONE;
  }
}
