package lindyn.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lindyn.InputException;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SequenceOrder;
import lindyn.device.CudaCompiler;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Engine;
import lindyn.train.Limits;
import lindyn.train.Schedule;
import lindyn.train.TrainingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the network is trained: what differs from the settings suggested for the data. */
final class TrainingOptions {

  private static final double NANOS_PER_MINUTE = 60e9;

  private static final String NO_COMPILER =
      "XLA cannot compile for this GPU: " + CudaCompiler.ADVICE;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Passes over the training data (default: as many as give 1000 updates, 100 with windows).")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "EPOCHS",
      description =
          "Stop after so many epochs without a better validation error (default: half of the epochs).")
  private @Nullable Integer patience;

  @Option(
      names = "--max-minutes",
      paramLabel = "MINUTES",
      description = "Stop after so much time of training (default: no limit).")
  private @Nullable Double maxMinutes;

  @Option(
      names = "--checkpoint-minutes",
      paramLabel = "MINUTES",
      description =
          "Save a checkpoint so often (default: 1; 0: after every update). 'lindyn resume' goes on"
              + " from the last one; Ctrl-C saves one too.")
  private @Nullable Double checkpointMinutes;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Windows or sequences per update (default: 128 or 32).")
  private @Nullable Integer batchSize;

  @Option(
      names = "--sequences",
      paramLabel = "ORDER",
      description =
          "random (default): overlapping sequences from random places, each with a warm-up of its"
              + " own; contiguous: trajectories from end to end, side by side in a batch, with the"
              + " network's state carried from one sequence to the next, and each sample in the"
              + " loss once per epoch. Not for windows.")
  private @Nullable SequenceOrder sequences;

  @Mixin private UpdateOptions updateOptions = new UpdateOptions();

  @Option(
      names = "--schedule",
      paramLabel = "SCHEDULE",
      converter = ScheduleOption.class,
      description =
          "How the learning rate changes: constant (default), cosine (down to 0 at the last of the"
              + " epochs), or step:EPOCHS:RATIO, such as step:10:0.5 to halve it every 10 epochs.")
  private @Nullable Schedule schedule;

  @Mixin private DeviceOptions deviceOptions = new DeviceOptions();
  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What computes the training step: compiled (default, the fastest), block (needs no"
              + " compilation, tanh cell only) or reference (slow). All agree to rounding. On a GPU"
              + " whose CUDA has no compiler the default is block, or reference for the sigmoid"
              + " cell.")
  private @Nullable Engine engine;

  TrainingConfig config(LstmConfig network, List<Trajectory> train, long seed) {
    if (engine != null && !engine.computes(network.cell())) {
      throw new InputException(
          "--engine block computes the tanh cell only; leave the option out for another cell");
    }
    try {
      TrainingConfig config = suggested(network.history(), train).withSeed(seed);
      config = config.withLimits(limits(config.limits()));
      config = config.withUpdateRule(updateOptions.rule(config.updateRule()));
      Device device = clusterOptions.of(deviceOptions.device());
      config = config.withDevice(device).withEngine(engine(device, network.cell()));
      config = batchSize == null ? config : config.withBatchSize(batchSize);
      config = schedule == null ? config : config.withSchedule(schedule);
      return config;
    } catch (IllegalArgumentException e) {
      throw new InputException("training options: " + e.getMessage(), e);
    }
  }

  private Engine engine(Device device, LstmConfig.Cell cell) {
    Engine suggested = suggestedEngine(device, cell);
    Engine chosen = engine != null ? engine : suggested;
    if (!chosen.multiplies(device)) {
      throw new InputException(
          String.format(
              "--precision %s needs --engine compiled here, and this would be --engine %s%s",
              lower(device.precision()),
              lower(chosen),
              engine != null ? "; leave --engine out" : ", because " + NO_COMPILER));
    }
    if (engine == Engine.COMPILED && suggested != Engine.COMPILED) {
      throw new InputException(
          "--engine compiled cannot be used: " + NO_COMPILER + "; or choose another engine");
    }
    return chosen;
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the fastest engine that needs nothing that is not there. */
  static Engine suggestedEngine(Device device, LstmConfig.Cell cell) {
    if (!device.usesGpus() || CudaCompiler.isThere()) {
      return Engine.COMPILED;
    }
    return Engine.BLOCK.computes(cell) ? Engine.BLOCK : Engine.REFERENCE;
  }

  private TrainingConfig suggested(History history, List<Trajectory> train) {
    if (sequences != SequenceOrder.CONTIGUOUS) {
      return TrainingConfig.suggested(history, train);
    }
    if (history instanceof History.Stream stream) {
      return TrainingConfig.contiguous(stream, train);
    }
    throw new InputException(
        "--sequences contiguous is for networks that are trained on sequences; with --window and"
            + " --preset paper leave it out");
  }

  private Limits limits(Limits suggested) {
    Limits limits = epochs == null ? suggested : Limits.ofEpochs(epochs);
    limits = patience == null ? limits : limits.withPatience(patience);
    return maxMinutes == null ? limits : limits.withMinutes(maxMinutes);
  }

  /** Returns the least time between two checkpoints. */
  Duration checkpoints() {
    if (checkpointMinutes == null) {
      return LstmRecipe.CHECKPOINTS;
    }
    if (!(checkpointMinutes >= 0 && checkpointMinutes < Double.POSITIVE_INFINITY)) {
      throw new InputException(
          "--checkpoint-minutes must be 0 or more and finite, got " + checkpointMinutes);
    }
    return Duration.ofNanos(Math.round(checkpointMinutes * NANOS_PER_MINUTE));
  }
}
