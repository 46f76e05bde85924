package lindyn.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lindyn.Signals;
import lindyn.report.ComparedModel;

/**
 * Models as a table for a terminal: errors, times and sizes.
 *
 * @param signals the robot's joints and the unit of their torques
 * @param models the models, a row each
 */
record ComparisonTable(Signals signals, List<ComparedModel> models) {

  private static final String ROW = "%-18s%10s%10s%14s%14s%14s%14s%14s%n";

  String text() {
    var text = new StringBuilder();
    String unit = signals.torqueUnit();
    text.append(
        String.format(
            ROW,
            "",
            "samples",
            "nMSE",
            "RMSE [" + unit + "]",
            "MSE, std.",
            "training [s]",
            "predict. [µs]",
            "numbers"));
    models.forEach(model -> text.append(row(model)));
    return text.toString();
  }

  private static String row(ComparedModel model) {
    Function<Double, String> error =
        value -> Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    return String.format(
        Locale.ROOT,
        ROW,
        model.name(),
        String.format(Locale.ROOT, "%,d", model.samples()),
        error.apply(model.errors().nmse()),
        error.apply(model.errors().rmse()),
        error.apply(model.errors().standardizedMse()),
        String.format(Locale.ROOT, "%.2f", model.trainingSeconds()),
        String.format(Locale.ROOT, "%.2f", model.predictionMicros()),
        String.format(Locale.ROOT, "%,d", model.numbers()));
  }
}
