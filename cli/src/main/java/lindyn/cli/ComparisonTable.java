package lindyn.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lindyn.Signals;
import lindyn.eval.Calibration;
import lindyn.report.ComparedModel;

/**
 * Models as a table for a terminal: errors, times and sizes.
 *
 * @param signals the robot's joints and the unit of their torques
 * @param models the models, a row each
 */
record ComparisonTable(Signals signals, List<ComparedModel> models) {

  private static final String ROW = "%-17s %9s %9s %12s %10s %8s %8s %13s %13s %12s%n";

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
            "NLPD",
            "in 95 %",
            "training [s]",
            "predict. [µs]",
            "numbers"));
    models.forEach(model -> text.append(row(model)));
    return text.toString();
  }

  private static String calibration(ComparedModel model, ToDoubleFunction<Calibration> number) {
    return model
        .calibration()
        .map(calibration -> String.format(Locale.ROOT, "%.3f", number.applyAsDouble(calibration)))
        .orElse("–");
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
        calibration(model, Calibration::nlpd),
        calibration(model, Calibration::coverage95),
        String.format(Locale.ROOT, "%.2f", model.trainingSeconds()),
        String.format(Locale.ROOT, "%.2f", model.predictionMicros()),
        String.format(Locale.ROOT, "%,d", model.numbers()));
  }
}
