package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Signals;
import lindyn.eval.TorqueErrors.JointError;
import lindyn.train.EpochReport;

/** The charts of a report, made from its data. */
final class ReportCharts {

  private ReportCharts() {}

  /** Returns the loss over the epochs; without validation there is one line. */
  static LineChart learningCurves(List<EpochReport> epochs) {
    List<Series> series = new ArrayList<>();
    series.add(losses("training", Colour.SKY, epochs, EpochReport::trainLoss));
    if (epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationLoss()))) {
      series.add(losses("validation", Colour.VERMILLION, epochs, EpochReport::validationLoss));
    }
    return new LineChart(
        "Learning curves",
        Axis.count("epoch"),
        Axis.logarithmic("mean squared error of standardised torques"),
        series,
        bestOf(epochs).map(best -> new Marker(best.epoch(), "best: epoch " + best.epoch())).stream()
            .collect(Collectors.toList()));
  }

  private static Series losses(
      String name, Colour colour, List<EpochReport> epochs, ToDoubleFunction<EpochReport> loss) {
    return Series.of(
        name,
        colour,
        epochs.stream().mapToDouble(EpochReport::epoch).toArray(),
        epochs.stream().mapToDouble(loss).toArray());
  }

  /** Returns the last epoch that was the best so far. */
  static Optional<EpochReport> bestOf(List<EpochReport> epochs) {
    return epochs.stream().filter(EpochReport::best).reduce((first, second) -> second);
  }

  /** Returns the nMSE of each model and joint. */
  static BarChart errorsPerJoint(TestResults results) {
    List<BarChart.Bars> bars = new ArrayList<>();
    for (ModelErrors model : results.models()) {
      List<Double> nmse =
          model.errors().perJoint().stream().map(JointError::nmse).collect(Collectors.toList());
      bars.add(new BarChart.Bars(model.name(), Colour.ofSeries(bars.size()), nmse));
    }
    return new BarChart(
        "Error per joint", Axis.linear("nMSE"), results.signals().jointNames(), bars);
  }

  /** Returns measured and predicted torques over time, a panel per joint. */
  static PanelChart torques(Trace trace, Signals signals) {
    List<PanelChart.Panel> panels =
        IntStream.range(0, signals.joints())
            .mapToObj(joint -> panel(trace, signals, joint))
            .collect(Collectors.toList());
    return new PanelChart(
        "Torques of trajectory " + trace.trajectory(),
        Axis.linear("time in s"),
        Axis.linear("torque in " + signals.torqueUnit()),
        panels);
  }

  private static PanelChart.Panel panel(Trace trace, Signals signals, int joint) {
    String rmse = Numbers.significant(trace.rmse(joint));
    return new PanelChart.Panel(
        signals.jointNames().get(joint),
        "RMSE " + rmse + " " + signals.torqueUnit(),
        List.of(
            torque("measured", Colour.INK, trace, trace.measured(), joint),
            torque("predicted", Colour.VERMILLION, trace, trace.predicted(), joint)));
  }

  private static Series torque(
      String name, Colour colour, Trace trace, JointSeries torques, int joint) {
    IntStream steps = IntStream.range(0, torques.timeSteps());
    return Series.of(
        name,
        colour,
        IntStream.range(0, torques.timeSteps()).mapToDouble(trace.times()::at).toArray(),
        steps.mapToDouble(t -> torques.at(t, joint)).toArray());
  }
}
