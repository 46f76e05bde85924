package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import lindyn.InputException;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.gp.model.GpConfig;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn train}: from logs to a model, its errors and a report. */
@Command(
    name = "train",
    description = "Trains an inverse dynamics model on logs and tests it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer>, TrainingCommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description = LogFiles.DESCRIPTION + " Columns: q1.., qd1.., qdd1.., tau1.., trajectory, t.")
  private List<Path> logs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of this run (default: runs/ and the time); must not exist.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(
      names = ConfigFile.OPTION,
      paramLabel = "FILE",
      description =
          "JSON file with options of the model and its training without dashes, such as"
              + " {\"hidden-units\": 48}; 'lindyn sweep' writes one. Options on the command line"
              + " win.")
  private @Nullable Path config;

  @Mixin private SplitOptions splitOptions = new SplitOptions();
  @Mixin private ModelOptions modelOptions = new ModelOptions();
  @Mixin private NetworkOptions networkOptions = new NetworkOptions();
  @Mixin private TrainingOptions trainingOptions = new TrainingOptions();
  @Mixin private RehearsalOptions rehearsalOptions = new RehearsalOptions();
  @Mixin private GpOptions gpOptions = new GpOptions();
  @Mixin private LogOptions logOptions = new LogOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (config != null) {
      return configured(config).call();
    }
    try (RunFolder folder = RunFolder.planned(out, TrainingCommand.invocation(spec))) {
      return train(folder);
    }
  }

  /** The command as if the file's settings had been given: what a run records, and resumes. */
  private TrainCommand configured(Path file) {
    var settings = new ConfigFile(file, spec);
    List<String> arguments = settings.expand(TrainingCommand.invocation(spec).arguments());
    try {
      TrainCommand command = (TrainCommand) TrainingCommand.parsed(arguments, spec);
      command.check();
      return command;
    } catch (ParameterException | InputException e) {
      throw settings.refusal(e);
    }
  }

  /** Checks all settings that need no log to be checked. */
  private void check() {
    modelOptions.requireOwn(spec);
    plan(Optional.empty());
  }

  @Override
  public int train(RunFolder folder) {
    PrintWriter err = spec.commandLine().getErr();
    modelOptions.requireOwn(spec);
    // Wrong options end here, before the logs are read.
    Optional<ContinuedModel> continued = rehearsalOptions.continued(spec);
    Function<Split, Recipe> plan = plan(continued);
    LogData log =
        continued
            .map(begun -> logOptions.read(logs, begun, err))
            .orElseGet(() -> logOptions.read(logs, err));
    Split split = splitOptions.of(log, modelOptions.seed());
    Recipe recipe = plan.apply(split);
    warn(log, split, err);
    var job = new TrainingJob(log, split, splitOptions.description(), recipe);
    TrainingJob.Outcome outcome = job.run(folder, err);
    job.record(folder, outcome);
    job.print(folder, outcome, json, spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private Function<Split, Recipe> plan(Optional<ContinuedModel> continued) {
    return switch (modelOptions.kind()) {
      case LSTM -> {
        LstmConfig network =
            continued
                .map(begun -> begun.continuation().model().config())
                .orElseGet(() -> networkOptions.config(modelOptions));
        trainingOptions.config(network, List.of(), modelOptions.seed());
        Optional<Duration> checkpoints = Optional.of(trainingOptions.checkpoints());
        int rehearsalSamples = rehearsalOptions.samples(network.history());
        yield split -> {
          TrainingConfig training =
              trainingOptions.config(network, split.train(), modelOptions.seed());
          RehearsalOptions.requireRoom(continued, training);
          return new LstmRecipe(network, training, checkpoints, continued, rehearsalSamples);
        };
      }
      case GP -> plan(gpOptions.exact(modelOptions.preset()));
      case SGPR -> plan(gpOptions.sparse(modelOptions.preset()));
    };
  }

  private Function<Split, Recipe> plan(GpConfig config) {
    var recipe = new GpRecipe(modelOptions.chosen(config), modelOptions.seed());
    return split -> recipe;
  }

  static void warn(LogData log, Split split, PrintWriter err) {
    if (!log.notes().ignoredColumns().isEmpty()) {
      err.println(
          "note: columns not read: "
              + String.join(", ", log.notes().ignoredColumns())
              + " (--extra-inputs makes them inputs)");
    }
    if (!split.leftOut().isEmpty()) {
      err.println("note: trajectories in no part of the split: " + split.leftOut());
    }
    err.flush();
  }
}
