package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lindyn demo}: the whole way on a simulated robot, without any data. */
@Command(
    name = "demo",
    description = {
      "Simulates a KUKA LWR 4+ that pushes a flask of liquid, trains on it, and writes a report;"
          + " needs no data.",
      "Friction with hysteresis, sloshing liquid and a late torque sensor make the torques depend"
          + " on the past: the network remembers it, the rigid-body model that it must beat cannot."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer>, TrainingCommand {

  /** Enough to show what memory is good for, and few enough for a demo. */
  private static final int TRIALS = 40;

  private static final double VALIDATION_FRACTION = 0.15;
  private static final double TEST_FRACTION = 0.15;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of this run (default: runs/ and the time); must not exist.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of trials, split, weights and batch order (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (RunFolder folder = RunFolder.planned(out, TrainingCommand.invocation(spec))) {
      return train(folder);
    }
  }

  @Override
  public int train(RunFolder folder) {
    PrintWriter err = spec.commandLine().getErr();
    LogData log = ArmData.of(ArmSetup.DEFAULT, seed, TRIALS).logData();
    Split split = Split.random(log.trajectories(), VALIDATION_FRACTION, TEST_FRACTION, seed);
    LstmConfig network = LstmConfig.RECOMMENDED;
    TrainingConfig training =
        TrainingConfig.suggested(network.history(), split.train()).withSeed(seed);
    err.printf(
        Locale.ROOT,
        "a simulated arm pushes a flask: %,d samples of %d trials, %d of them to test on%n",
        log.samples(),
        TRIALS,
        split.test().size());
    err.flush();
    var recipe = new LstmRecipe(network, training, Optional.of(LstmRecipe.CHECKPOINTS));
    var job = new TrainingJob(log, split, "at random, by trial", recipe);
    TrainingJob.Outcome outcome = job.run(folder, err);
    job.record(folder, outcome);
    job.print(folder, outcome, json, spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
