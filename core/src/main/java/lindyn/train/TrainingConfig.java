package lindyn.train;

import lindyn.Checks;

/**
 * How a network is trained.
 *
 * @param epochs passes over the training data at most
 * @param batchSize windows or sequences per update
 * @param learningRate Adagrad's step size (Duchi et al. 2011)
 * @param initialAccumulator Adagrad's initial sum of squared gradients
 * @param patience epochs without a better validation error after which training stops
 * @param threads threads of TensorFlow's numerics; with 1 the same seed gives the same bits
 * @param seed seed of initial weights and batch order
 */
public record TrainingConfig(
    int epochs,
    int batchSize,
    double learningRate,
    double initialAccumulator,
    int patience,
    int threads,
    long seed) {

  /** The settings that all examples start from. */
  public static final TrainingConfig DEFAULT = new TrainingConfig(200, 16, 0.1, 0.1, 50, 1, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public TrainingConfig {
    Checks.positive(epochs, "epochs");
    Checks.positive(batchSize, "batch size");
    Checks.positive(learningRate, "learning rate");
    Checks.positive(initialAccumulator, "initial accumulator");
    Checks.positive(patience, "patience");
    Checks.positive(threads, "threads");
  }

  /** Returns these settings with another number of epochs. */
  public TrainingConfig withEpochs(int newEpochs) {
    return new TrainingConfig(
        newEpochs, batchSize, learningRate, initialAccumulator, patience, threads, seed);
  }

  /** Returns these settings with another batch size. */
  public TrainingConfig withBatchSize(int newBatchSize) {
    return new TrainingConfig(
        epochs, newBatchSize, learningRate, initialAccumulator, patience, threads, seed);
  }

  /** Returns these settings with another learning rate. */
  public TrainingConfig withLearningRate(double newLearningRate) {
    return new TrainingConfig(
        epochs, batchSize, newLearningRate, initialAccumulator, patience, threads, seed);
  }

  /** Returns these settings with another initial accumulator. */
  public TrainingConfig withInitialAccumulator(double newInitialAccumulator) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, newInitialAccumulator, patience, threads, seed);
  }

  /** Returns these settings with another patience. */
  public TrainingConfig withPatience(int newPatience) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, newPatience, threads, seed);
  }

  /** Returns these settings with another number of threads. */
  public TrainingConfig withThreads(int newThreads) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, patience, newThreads, seed);
  }

  /** Returns these settings with another seed. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, patience, threads, newSeed);
  }
}
