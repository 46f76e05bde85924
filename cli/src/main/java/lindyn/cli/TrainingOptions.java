package lindyn.cli;

import java.util.List;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.lstm.Engine;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the network is trained: what differs from the settings suggested for the data. */
final class TrainingOptions {

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Passes over the training data (default: as many as give 1000 updates, 100 with windows).")
  private @Nullable Integer epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Windows or sequences per update (default: 128 or 32).")
  private @Nullable Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Adagrad's step size (default: 0.5 with windows, 0.2 with sequences).")
  private @Nullable Double learningRate;

  @Option(
      names = "--initial-accumulator",
      paramLabel = "VALUE",
      description = "Adagrad's initial sum of squared gradients (default: 0.1).")
  private @Nullable Double initialAccumulator;

  @Option(
      names = "--patience",
      paramLabel = "EPOCHS",
      description =
          "Stop after so many epochs without a better validation error (default: half of the epochs).")
  private @Nullable Integer patience;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the numerics; 1, the default, gives the same bits at every run.")
  private @Nullable Integer threads;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What computes the training step: compiled (default, the fastest), block (needs no"
              + " compilation, tanh cell only) or reference (slow). All agree to rounding.")
  private @Nullable Engine engine;

  private static int half(int epochs) {
    return Math.max(1, (epochs + 1) / 2); // an impossible number of epochs has its own error
  }

  TrainingConfig config(LstmConfig network, List<Trajectory> train, long seed) {
    if (engine != null && !engine.computes(network.cell())) {
      throw new InputException(
          "--engine block computes the tanh cell only; leave the option out for another cell");
    }
    try {
      TrainingConfig config = TrainingConfig.suggested(network.history(), train).withSeed(seed);
      config = engine == null ? config : config.withEngine(engine);
      config = batchSize == null ? config : config.withBatchSize(batchSize);
      config = epochs == null ? config : config.withEpochs(epochs).withPatience(half(epochs));
      config = learningRate == null ? config : config.withLearningRate(learningRate);
      config =
          initialAccumulator == null ? config : config.withInitialAccumulator(initialAccumulator);
      config = patience == null ? config : config.withPatience(patience);
      return threads == null ? config : config.withThreads(threads);
    } catch (IllegalArgumentException e) {
      throw new InputException("training options: " + e.getMessage(), e);
    }
  }
}
