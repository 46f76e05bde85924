package lindyn.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lindyn.run.AtomicFile;
import lindyn.train.EpochReport;

/**
 * A report as one HTML page that needs nothing else: no script, no network, no font. It is also
 * well-formed XML.
 */
public final class ReportPage {

  /** Trajectories that are unfolded when the page opens. */
  private static final int UNFOLDED = 2;

  private ReportPage() {}

  /**
   * Writes the page; the file appears complete or not at all, and replaces one of the same name.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written; the message names it
   */
  public static void write(RunReport report, Path file) {
    AtomicFile.write(file, html(report));
  }

  static String html(RunReport report) {
    Markup html = Page.open(report.title());
    writeHeader(html, report);
    writeErrors(html, report.results());
    writeLearningCurves(html, report.epochs());
    writeTorques(html, report.results());
    writeFacts(html, report.facts());
    return Page.close(html);
  }

  private static void writeHeader(Markup html, RunReport report) {
    Verdict verdict = Verdict.of(report.results());
    html.open("header").element("h1", report.title());
    html.open("div", "class", "verdict " + verdict.standing().name().toLowerCase(Locale.ROOT));
    html.element("p", verdict.headline() + ".", "class", "headline");
    verdict.remarks().forEach(remark -> html.element("p", remark));
    html.close().close();
  }

  private static void writeErrors(Markup html, TestResults results) {
    html.open("section").element("h2", "Test error");
    String samples = Numbers.count(results.network().errors().samples());
    html.element(
        "p",
        "On "
            + samples
            + " samples of trajectories that were held out from training. nMSE is the mean squared"
            + " error over the variance of the measured torque: 0 is perfect, 1 is no better than"
            + " a constant. The best model of each row is bold.",
        "class",
        "lead");
    new ErrorTable(results).write(html);
    html.raw(ReportCharts.errorsPerJoint(results).svg()).close();
  }

  private static void writeLearningCurves(Markup html, List<EpochReport> epochs) {
    if (epochs.isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Learning curves");
    ReportCharts.bestOf(epochs).ifPresent(best -> html.element("p", words(best), "class", "lead"));
    html.raw(ReportCharts.learningCurves(epochs).svg()).close();
  }

  private static String words(EpochReport best) {
    String loss =
        Double.isNaN(best.validationLoss())
            ? ""
            : ", validation error " + Numbers.significant(best.validationLoss());
    return "The model has the weights of epoch " + best.epoch() + loss + ".";
  }

  private static void writeTorques(Markup html, TestResults results) {
    if (results.traces().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Measured and predicted torques");
    for (int i = 0; i < results.traces().size(); i++) {
      Trace trace = results.traces().get(i);
      String samples = Numbers.count(trace.times().size());
      html.open("details", i < UNFOLDED ? new String[] {"open", "open"} : new String[0])
          .open("summary")
          .element("strong", "Trajectory " + trace.trajectory())
          .text(", " + samples + " samples")
          .close()
          .raw(ReportCharts.torques(trace, results.signals()).svg())
          .close();
    }
    html.close();
  }

  private static void writeFacts(Markup html, List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    html.open("section").element("h2", "The run").open("dl");
    facts.forEach(f -> html.element("dt", f.label()).element("dd", f.value()));
    html.close().close();
  }
}
