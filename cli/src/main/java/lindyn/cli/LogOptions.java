package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import lindyn.Signals;
import lindyn.data.LogData;
import lindyn.log.ReadingOptions;
import lindyn.log.preparation.Preparation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a log does not say about itself. */
final class LogOptions {

  @Mixin private SourceOptions source = new SourceOptions();

  @Mixin private DerivativeOptions derivatives = new DerivativeOptions();

  @Option(
      names = "--extra-inputs",
      paramLabel = "NAME",
      split = ",",
      description = "Columns that the model reads beside q, qd and qdd, such as a load.")
  private List<String> extraInputs = List.of();

  @Option(
      names = "--torque-unit",
      paramLabel = "UNIT",
      defaultValue = Signals.NEWTON_METRE,
      description = "Unit of the columns tau (default: ${DEFAULT-VALUE}).")
  private String torqueUnit = Signals.NEWTON_METRE;

  /** Reads logs, and tells the user what came up. */
  LogData read(List<Path> logs, PrintWriter err) {
    var preparation =
        Preparation.DEFAULT
            .withDifferentiation(derivatives.differentiation())
            .withTimes(source.times(OptionalDouble.empty()));
    var options =
        new ReadingOptions(
            source.samplePeriod(), extraInputs, torqueUnit, source.mapping(), preparation);
    List<Path> files = LogFiles.of(logs);
    LogData log = source.read(options, err, reader -> reader.readTrajectories(files));
    SourceOptions.note(log.signals().derivatives(), err);
    SourceOptions.warn(log.notes(), err);
    return log;
  }

  /** Reads logs for a model that has its signals already. */
  LogData read(List<Path> logs, ContinuedModel continued, PrintWriter err) {
    return new ModelLogs(continued.continuation().model().signals(), source)
        .readTrajectories(logs, continued.folder(), err);
  }

  /** The file's name without its folder. */
  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
