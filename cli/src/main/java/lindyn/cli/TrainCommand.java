package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lindyn train}: from logs to a model, its errors and a report. */
@Command(
    name = "train",
    description = "Trains an inverse dynamics model on logs and tests it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description = "CSV files, plain or gzip: q1.., qd1.., qdd1.., tau1.., trajectory, t.")
  private List<Path> logs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of this run (default: runs/ and the time); must not exist.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Mixin private SplitOptions splitOptions = new SplitOptions();
  @Mixin private NetworkOptions networkOptions = new NetworkOptions();
  @Mixin private TrainingOptions trainingOptions = new TrainingOptions();
  @Mixin private LogOptions logOptions = new LogOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    RunFolder folder = RunFolder.planned(out);
    LstmConfig network = networkOptions.config();
    LogData log = logOptions.read(logs, err);
    Split split = splitOptions.of(log, trainingOptions.seed());
    TrainingConfig training = trainingOptions.config(network.history(), split.train());
    warn(log, split, err);
    var job = new TrainingJob(log, split, splitOptions.description(), network, training);
    TrainingJob.Outcome outcome = job.run(folder, err);
    job.record(folder, outcome);
    job.print(folder, outcome, json, spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private static void warn(LogData log, Split split, PrintWriter err) {
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
