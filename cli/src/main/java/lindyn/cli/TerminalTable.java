package lindyn.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lindyn.Signals;
import lindyn.eval.TorqueErrors;
import lindyn.eval.TorqueErrors.JointError;
import lindyn.report.ModelErrors;

/** Errors of several models as a table for a terminal: nMSE per joint, then the overall errors. */
final class TerminalTable {

  private final Signals signals;
  private final List<ModelErrors> models;

  TerminalTable(Signals signals, List<ModelErrors> models) {
    this.signals = signals;
    this.models = models;
  }

  String text() {
    var text = new StringBuilder();
    line(text, "nMSE", models.stream().map(model -> model.name().split(" ", 2)[0]).toList());
    for (int joint = 0; joint < signals.joints(); joint++) {
      int column = joint;
      line(
          text,
          signals.jointNames().get(joint),
          models.stream().map(model -> number(error(model, column).nmse())).toList());
    }
    row(text, "all joints", TorqueErrors::nmse);
    row(text, "RMSE [" + signals.torqueUnit() + "]", TorqueErrors::rmse);
    row(text, "MSE [(" + signals.torqueUnit() + ")²]", TorqueErrors::mse);
    row(text, "MSE, standardised", TorqueErrors::standardizedMse);
    return text.toString();
  }

  private static JointError error(ModelErrors model, int joint) {
    return model.errors().perJoint().get(joint);
  }

  private void row(StringBuilder text, String label, ToDoubleFunction<TorqueErrors> measure) {
    line(
        text,
        label,
        models.stream().map(model -> number(measure.applyAsDouble(model.errors()))).toList());
  }

  private static void line(StringBuilder text, String label, List<String> cells) {
    text.append(String.format(Locale.ROOT, "%-18s", label))
        .append(
            cells.stream()
                .map(cell -> String.format(Locale.ROOT, "%12s", cell))
                .collect(Collectors.joining()))
        .append(System.lineSeparator());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }
}
