package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import lindyn.InputException;
import lindyn.Signals;
import lindyn.data.LogData;
import lindyn.log.ReadingOptions;
import lindyn.log.TrajectoryReader;
import lindyn.log.preparation.Preparation;

/**
 * Logs for a trained model: they must have its signals.
 *
 * @param signals the model's signals
 * @param source how the log files are read
 */
record ModelLogs(Signals signals, SourceOptions source) {

  /** Sampling periods that differ by less than this part are the same. */
  private static final double PERIOD_TOLERANCE = 0.05;

  /** Reads what the model reads, and derives what was derived in its training. */
  <T> T read(PrintWriter err, Function<TrajectoryReader, T> reading) {
    var preparation =
        Preparation.DEFAULT
            .asTrained(signals.derivatives())
            .withTimes(source.times(OptionalDouble.of(signals.samplePeriod())));
    var options =
        new ReadingOptions(
            source.samplePeriod(),
            signals.extraInputs(),
            signals.torqueUnit(),
            source.mapping(),
            preparation);
    return source.read(options, err, reading);
  }

  /**
   * Reads logs, and tells the user what came up.
   *
   * @param files files or globs
   * @param model the model's folder
   * @throws InputException if they do not fit the model
   */
  LogData readTrajectories(List<Path> files, Path model, PrintWriter err) {
    List<Path> found = LogFiles.of(files);
    LogData log = read(err, reader -> reader.readTrajectories(found));
    SourceOptions.warn(log.notes(), err);
    SourceOptions.note(log.signals().derivatives(), err);
    requireJoints(log.signals().joints(), model);
    warnOfPeriod(log.signals().samplePeriod(), err);
    return log;
  }

  /**
   * Checks that logs are of a robot like the model's.
   *
   * @throws InputException if their number of joints differs from the model's
   */
  void requireJoints(int joints, Path model) {
    if (joints != signals.joints()) {
      throw new InputException(
          String.format(
              "the log has %d joints, but %s was trained on %d; use logs of the same robot",
              joints, model, signals.joints()));
    }
  }

  /** Says so if the log is sampled at another rate than the training data. */
  void warnOfPeriod(double period, PrintWriter err) {
    double ratio = period / signals.samplePeriod();
    if (Math.abs(ratio - 1) > PERIOD_TOLERANCE) {
      err.printf(
          Locale.ROOT,
          "warning: the log is sampled every %.4g s, the model was trained on %.4g s;"
              + " its memory runs at another speed, expect larger errors%n",
          period,
          signals.samplePeriod());
      err.flush();
    }
  }
}
