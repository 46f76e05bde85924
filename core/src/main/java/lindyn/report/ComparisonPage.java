package lindyn.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;
import lindyn.run.AtomicFile;

/** A comparison as one HTML page that needs nothing else: errors, costs, and every setting. */
public final class ComparisonPage {

  /** As many as have colours of their own. */
  private static final int MOST_COLOURS = Colour.values().length - 1;

  private ComparisonPage() {}

  /**
   * Writes the page; the file appears complete or not at all, and replaces one of the same name.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written; the message names it
   */
  public static void write(ModelComparison comparison, Path file) {
    AtomicFile.write(file, html(comparison));
  }

  static String html(ModelComparison comparison) {
    Markup html = Page.open(comparison.title());
    html.open("header").element("h1", comparison.title()).close();
    writeErrors(html, comparison);
    writeJoints(html, comparison);
    html.open("section").element("h2", "Settings").open("dl");
    comparison.models().forEach(m -> html.element("dt", m.name()).element("dd", m.description()));
    comparison.facts().forEach(f -> html.element("dt", f.label()).element("dd", f.value()));
    html.close().close();
    return Page.close(html);
  }

  private static void writeErrors(Markup html, ModelComparison comparison) {
    long samples = comparison.models().get(0).errors().samples();
    html.open("section").element("h2", "Errors and costs");
    html.element(
        "p",
        "All models learned from samples of the same trajectories, some from few of them, and are"
            + " tested on "
            + Numbers.count(samples)
            + " samples of others. nMSE is the mean squared error over the variance of the measured"
            + " torque, mean over the joints: 0 is perfect, 1 is no better than a constant; models"
            + " from 1 on are in the table alone.",
        "class",
        "lead");
    html.raw(errors(comparison).svg());
    writeTable(html, comparison);
    html.close();
  }

  private static BarChart errors(ModelComparison comparison) {
    List<ComparedModel> drawn =
        comparison.models().stream().filter(model -> !(model.errors().nmse() >= 1)).toList();
    List<String> names = drawn.stream().map(ComparedModel::name).toList();
    List<Double> nmse = drawn.stream().map(model -> model.errors().nmse()).toList();
    return new BarChart(
        "Error of each model",
        Axis.linear("nMSE"),
        names,
        List.of(new BarChart.Bars("mean over the joints", Colour.BLUE, nmse)));
  }

  private static void writeTable(Markup html, ModelComparison comparison) {
    String unit = comparison.signals().torqueUnit();
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    Stream.of(
            "model",
            "samples",
            "nMSE",
            "RMSE, " + unit,
            "NLPD",
            "in 95 %",
            "training, s",
            "prediction, µs",
            "numbers")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close().close().open("tbody");
    double best =
        comparison.models().stream()
            .mapToDouble(model -> model.errors().nmse())
            .filter(Double::isFinite)
            .min()
            .orElse(Double.NaN);
    for (ComparedModel model : comparison.models()) {
      TorqueErrors errors = model.errors();
      html.open("tr").element("th", model.name(), "scope", "row");
      html.element("td", Numbers.count(model.samples()));
      html.element(
          "td", Numbers.ratio(errors.nmse()), "class", errors.nmse() == best ? "best" : "");
      html.element("td", Numbers.significant(errors.rmse()));
      html.element("td", model.calibration().map(c -> Numbers.ratio(c.nlpd())).orElse(""));
      html.element("td", model.calibration().map(c -> Numbers.ratio(c.coverage95())).orElse(""));
      Stream.of(model.trainingSeconds(), model.predictionMicros())
          .forEach(number -> html.element("td", Numbers.significant(number)));
      html.element("td", Numbers.count(model.numbers())).close();
    }
    html.close().close().close();
  }

  private static void writeJoints(Markup html, ModelComparison comparison) {
    if (comparison.signals().joints() < 2) {
      return;
    }
    html.open("section").element("h2", "Errors per joint");
    if (comparison.models().size() > MOST_COLOURS) {
      html.element("p", "The " + MOST_COLOURS + " best models.", "class", "lead");
    }
    html.raw(errorsPerJoint(comparison).svg()).close();
  }

  private static BarChart errorsPerJoint(ModelComparison comparison) {
    List<BarChart.Bars> bars = new ArrayList<>();
    comparison.models().stream()
        .sorted(Comparator.comparingDouble(model -> model.errors().nmse()))
        .limit(MOST_COLOURS)
        .forEach(
            model ->
                bars.add(
                    new BarChart.Bars(
                        model.name(),
                        Colour.ofSeries(bars.size()),
                        model.errors().perJoint().stream().map(JointError::nmse).toList())));
    return new BarChart(
        "Error per joint", Axis.linear("nMSE"), comparison.signals().jointNames(), bars);
  }
}
