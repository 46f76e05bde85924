package lindyn.train;

import java.util.Optional;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.data.ValidationBatches;

/**
 * What a network is trained on, and in which order.
 *
 * @param train the training samples
 * @param validationSamples the validation samples
 * @param batchSize windows or sequences per update
 * @param timeSteps time steps of a window or sequence
 * @param order of the training samples in each epoch
 * @param validation what progress is measured by
 */
record TrainingData(
    SampleMatrix train,
    SampleMatrix validationSamples,
    int batchSize,
    int timeSteps,
    EpochOrder order,
    Validation validation) {

  /**
   * Mixes new samples with old ones.
   *
   * @param oldShare part of each batch, and of the validation error, that is old
   */
  static TrainingData of(
      MixedSamples train,
      MixedSamples validation,
      History history,
      TrainingConfig config,
      double oldShare,
      JointWeights jointWeights) {
    int wanted = config.batchSize() - oldPerBatch(config.batchSize(), oldShare);
    int recentPerBatch = Math.min(wanted, SequenceIndex.covering(train.recent(), history).size());
    int oldPerBatch =
        oldPerBatch(recentPerBatch * config.batchSize() / wanted, oldShare); // the same share
    return new TrainingData(
        train.all(),
        validation.all(),
        recentPerBatch + oldPerBatch,
        history.timeSteps(),
        order(train, history, recentPerBatch, oldPerBatch, config),
        new Validation(
            ValidationBatches.of(validation.recent(), history, config.sequences()),
            validation.old().isEmpty()
                ? Optional.empty()
                : Optional.of(ValidationBatches.of(validation.old())),
            oldShare,
            jointWeights));
  }

  /** Some of both, if there are any. */
  private static int oldPerBatch(int batchSize, double oldShare) {
    return oldShare == 0
        ? 0
        : (int) Math.max(1, Math.min(batchSize - 1, Math.round(oldShare * batchSize)));
  }

  private static EpochOrder order(
      MixedSamples train, History history, int recent, int old, TrainingConfig config) {
    EpochOrder order =
        switch (config.sequences()) {
          case RANDOM -> new ShuffledOrder(train.recent(), history, recent, config.seed());
          case CONTIGUOUS -> new ContiguousOrder(train.recent(), history, recent, config.seed());
        };
    return old == 0 ? order : new RehearsedOrder(order, train.old(), old, config.seed());
  }
}
