package lindyn.train;

import java.util.List;
import lindyn.Checks;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SequenceIndex;
import lindyn.lstm.Engine;

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
 * @param engine what computes the training step
 */
public record TrainingConfig(
    int epochs,
    int batchSize,
    double learningRate,
    double initialAccumulator,
    int patience,
    int threads,
    long seed,
    Engine engine) {

  private static final double INITIAL_ACCUMULATOR = 0.1;

  /** Updates after which a network of the recommended size has learnt what it will. */
  private static final int UPDATES = 1000;

  private static final int LEAST_EPOCHS = 3;

  /**
   * Suggests settings for a network and its training data: for windows those of the paper (100
   * epochs, batches of 128), for streams batches of 32 sequences and about a thousand updates, so
   * that a small log is seen often and a large one at least three times. Patience is half of the
   * epochs.
   *
   * @param history what the network sees
   * @param train the training trajectories
   */
  public static TrainingConfig suggested(History history, List<Trajectory> train) {
    if (history instanceof History.Window) {
      return new TrainingConfig(
          100, 128, 0.5, INITIAL_ACCUMULATOR, halfOf(100), 1, 1, Engine.COMPILED);
    }
    int batchSize = 32;
    int updatesPerEpoch = Math.max(1, SequenceIndex.count(train, history) / batchSize);
    int epochs = Math.max(LEAST_EPOCHS, (UPDATES + updatesPerEpoch - 1) / updatesPerEpoch);
    return new TrainingConfig(
        epochs, batchSize, 0.2, INITIAL_ACCUMULATOR, halfOf(epochs), 1, 1, Engine.COMPILED);
  }

  private static int halfOf(int epochs) {
    return (epochs + 1) / 2;
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public TrainingConfig {
    Checks.positive(epochs, "epochs");
    Checks.positive(batchSize, "batch size");
    Checks.positive((float) learningRate, "learning rate"); // as TensorFlow sees it
    Checks.positive((float) initialAccumulator, "initial accumulator");
    Checks.positive(patience, "patience");
    Checks.positive(threads, "threads");
  }

  /** Returns these settings with another number of epochs. */
  public TrainingConfig withEpochs(int newEpochs) {
    return new TrainingConfig(
        newEpochs, batchSize, learningRate, initialAccumulator, patience, threads, seed, engine);
  }

  /** Returns these settings with another batch size. */
  public TrainingConfig withBatchSize(int newBatchSize) {
    return new TrainingConfig(
        epochs, newBatchSize, learningRate, initialAccumulator, patience, threads, seed, engine);
  }

  /** Returns these settings with another learning rate. */
  public TrainingConfig withLearningRate(double newLearningRate) {
    return new TrainingConfig(
        epochs, batchSize, newLearningRate, initialAccumulator, patience, threads, seed, engine);
  }

  /** Returns these settings with another initial accumulator. */
  public TrainingConfig withInitialAccumulator(double newInitialAccumulator) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, newInitialAccumulator, patience, threads, seed, engine);
  }

  /** Returns these settings with another patience. */
  public TrainingConfig withPatience(int newPatience) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, newPatience, threads, seed, engine);
  }

  /** Returns these settings with another number of threads. */
  public TrainingConfig withThreads(int newThreads) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, patience, newThreads, seed, engine);
  }

  /** Returns these settings with another seed. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, patience, threads, newSeed, engine);
  }

  /** Returns these settings with another engine. */
  public TrainingConfig withEngine(Engine newEngine) {
    return new TrainingConfig(
        epochs, batchSize, learningRate, initialAccumulator, patience, threads, seed, newEngine);
  }
}
