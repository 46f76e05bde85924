package lindyn.train;

import java.util.List;
import lindyn.Checks;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.ParallelStreams;
import lindyn.data.SequenceIndex;
import lindyn.data.SequenceOrder;
import lindyn.device.Device;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Engine;
import lindyn.lstm.graph.UpdateRule;

/**
 * How a network is trained.
 *
 * @param limits what ends training
 * @param batchSize windows or sequences per update
 * @param updateRule how the weights learn from their gradients
 * @param schedule how the learning rate changes meanwhile
 * @param device where
 * @param seed seed of initial weights and batch order
 * @param engine what computes the training step
 * @param sequences how sequences are taken from the trajectories
 */
public record TrainingConfig(
    Limits limits,
    int batchSize,
    UpdateRule updateRule,
    Schedule schedule,
    Device device,
    long seed,
    Engine engine,
    SequenceOrder sequences) {

  /**
   * For windows, whose loss is on few samples and, in the paper's network, on targets in (0, 1): an
   * accumulator of 0.1 would outweigh such gradients, and the rate would never adapt.
   */
  private static final Adagrad FOR_WINDOWS = new Adagrad(0.1, 1e-6);

  private static final Adagrad FOR_SEQUENCES = new Adagrad(0.2, 0.1);

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
    return history instanceof History.Window
        ? suggested(100, 128, FOR_WINDOWS)
        : suggested(SequenceIndex.count(train, history));
  }

  /** Suggests settings for contiguous sequences: about a thousand updates of 32 as well. */
  public static TrainingConfig contiguous(History.Stream history, List<Trajectory> train) {
    return suggested(ParallelStreams.count(train, history)).withSequences(SequenceOrder.CONTIGUOUS);
  }

  private static TrainingConfig suggested(int sequences) {
    int batchSize = 32;
    int updatesPerEpoch = Math.max(1, sequences / batchSize);
    int epochs = Math.max(LEAST_EPOCHS, (UPDATES + updatesPerEpoch - 1) / updatesPerEpoch);
    return suggested(epochs, batchSize, FOR_SEQUENCES);
  }

  private static TrainingConfig suggested(int epochs, int batchSize, Adagrad adagrad) {
    return new TrainingConfig(
        Limits.ofEpochs(epochs),
        batchSize,
        new UpdateRule(adagrad),
        Schedule.CONSTANT,
        Device.ONE_THREAD,
        1,
        Engine.COMPILED,
        SequenceOrder.RANDOM);
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public TrainingConfig {
    Checks.positive(batchSize, "batch size");
  }

  /** Returns these settings with other limits. */
  public TrainingConfig withLimits(Limits newLimits) {
    return new TrainingConfig(
        newLimits, batchSize, updateRule, schedule, device, seed, engine, sequences);
  }

  /** Returns these settings with another batch size. */
  public TrainingConfig withBatchSize(int newBatchSize) {
    return new TrainingConfig(
        limits, newBatchSize, updateRule, schedule, device, seed, engine, sequences);
  }

  /** Returns these settings with another rule. */
  public TrainingConfig withUpdateRule(UpdateRule newUpdateRule) {
    return new TrainingConfig(
        limits, batchSize, newUpdateRule, schedule, device, seed, engine, sequences);
  }

  /** Returns these settings with another learning rate. */
  public TrainingConfig withLearningRate(double newLearningRate) {
    return withUpdateRule(
        updateRule.withOptimizer(updateRule.optimizer().withLearningRate(newLearningRate)));
  }

  /** Returns these settings with another schedule of the learning rate. */
  public TrainingConfig withSchedule(Schedule newSchedule) {
    return new TrainingConfig(
        limits, batchSize, updateRule, newSchedule, device, seed, engine, sequences);
  }

  /** Returns these settings with another device. */
  public TrainingConfig withDevice(Device newDevice) {
    return new TrainingConfig(
        limits, batchSize, updateRule, schedule, newDevice, seed, engine, sequences);
  }

  /** Returns these settings with another seed. */
  public TrainingConfig withSeed(long newSeed) {
    return new TrainingConfig(
        limits, batchSize, updateRule, schedule, device, newSeed, engine, sequences);
  }

  /** Returns these settings with another engine. */
  public TrainingConfig withEngine(Engine newEngine) {
    return new TrainingConfig(
        limits, batchSize, updateRule, schedule, device, seed, newEngine, sequences);
  }

  /** Returns these settings with another order of the sequences. */
  public TrainingConfig withSequences(SequenceOrder newSequences) {
    return new TrainingConfig(
        limits, batchSize, updateRule, schedule, device, seed, engine, newSequences);
  }
}
