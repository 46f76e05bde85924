package lindyn.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.examples.waves.NaivePredictor;
import lindyn.examples.waves.SyntheticWave;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lindyn demo}: the whole way on the paper's synthetic wave, without any data. */
@Command(
    name = "demo",
    description = {
      "Trains on the synthetic wave of Rueckert et al. 2017 and writes a report; needs no data.",
      "The network predicts the next sample of a noisy wave; the naive predictor, sample plus"
          + " difference, is what it must beat."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  /** Waves of other phase and noise: three to learn from, one to watch, one to test. */
  private static final int WAVES = 5;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder of this run (default: runs/ and the time); must not exist.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of waves, weights and batch order (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunFolder folder = RunFolder.planned(out);
    LogData waves = SyntheticWave.LOW_NOISE.logData(WAVES, seed);
    var split =
        new Split(
            waves.trajectories().subList(0, 3),
            waves.trajectories().subList(3, 4),
            waves.trajectories().subList(4, 5),
            List.of());
    LstmConfig network =
        LstmConfig.RECOMMENDED
            .withBase(LstmConfig.Base.NONE)
            .withLayers(2)
            .withHiddenUnits(10)
            .withHistory(new History.Window(10));
    TrainingConfig training =
        TrainingConfig.suggested(network.history(), split.train()).withSeed(seed);
    PrintWriter err = spec.commandLine().getErr();
    err.println("five synthetic waves of 1000 samples: three to learn from, one to test on");
    err.flush();
    var job = new TrainingJob(waves, split, "by wave", network, training);
    TrainingJob.Outcome outcome = job.run(folder, err);
    outcome.tested().add("naive predictor", new NaivePredictor());
    job.record(folder, outcome);
    job.print(folder, outcome, json, spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
