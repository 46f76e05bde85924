package lindyn.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.SequenceIndex;
import lindyn.data.Split;
import lindyn.data.ValidationBatches;

/**
 * What a network is trained on, and in which order.
 *
 * @param samples all training samples, the new ones before the old ones
 * @param validationSamples all validation samples, the new ones before the old ones
 * @param batchSize windows or sequences per update
 * @param timeSteps time steps of a window or sequence
 * @param order of the training samples in each epoch
 * @param validation what progress is measured by
 */
record TrainingData(
    SampleMatrix samples,
    SampleMatrix validationSamples,
    int batchSize,
    int timeSteps,
    EpochOrder order,
    Validation validation) {

  /**
   * Mixes new data with old.
   *
   * @param old what is kept of earlier data
   * @param oldShare part of each batch that is old
   */
  static TrainingData of(
      Split split,
      NetworkUnits units,
      History history,
      TrainingConfig config,
      Rehearsal old,
      double oldShare) {
    int oldPerBatch = oldPerBatch(config.batchSize(), oldShare);
    int recentPerBatch =
        Math.min(config.batchSize() - oldPerBatch, SequenceIndex.count(split.train(), history));
    // Rows of new samples are the same in a matrix without the old ones behind them.
    EpochOrder recent = order(units.samples(split.train()), history, recentPerBatch, config);
    SampleMatrix samples = units.samples(joined(split.train(), old.train().pieces()));
    SampleMatrix validation = units.samples(joined(split.validation(), old.validation().pieces()));
    return new TrainingData(
        samples,
        validation,
        recentPerBatch + oldPerBatch,
        history.timeSteps(),
        oldPerBatch == 0
            ? recent
            : new RehearsedOrder(
                recent, lastSequences(samples, split.train(), history), oldPerBatch, config.seed()),
        new Validation(
            ValidationBatches.of(units.samples(split.validation()), history, config.sequences()),
            old.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    ValidationBatches.of(lastSequences(validation, split.validation(), history))),
            oldShare,
            JointWeights.of(units.targets(), split.train())));
  }

  private static EpochOrder order(
      SampleMatrix samples, History history, int batchSize, TrainingConfig config) {
    return switch (config.sequences()) {
      case RANDOM -> new ShuffledOrder(samples, history, batchSize, config.seed());
      case CONTIGUOUS -> new ContiguousOrder(samples, history, batchSize, config.seed());
    };
  }

  /** The sequences that old pieces are of, which lie behind recent trajectories. */
  private static List<Sequence> lastSequences(
      SampleMatrix samples, List<Trajectory> recent, History history) {
    return samples.lastSequences(recent.size(), samples.trajectories(), history);
  }

  /** Some of both, if there are any. */
  private static int oldPerBatch(int batchSize, double oldShare) {
    return oldShare == 0
        ? 0
        : (int) Math.max(1, Math.min(batchSize - 1, Math.round(oldShare * batchSize)));
  }

  private static List<Trajectory> joined(List<Trajectory> recent, List<Trajectory> old) {
    return Stream.concat(recent.stream(), old.stream()).toList();
  }
}
