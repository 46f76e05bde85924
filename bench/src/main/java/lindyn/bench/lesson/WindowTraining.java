package lindyn.bench.lesson;

import lindyn.Checks;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.UpdateRule;

/**
 * How a network learns from drawn windows: each of them once per epoch, in a new random order, to
 * the end; nothing is held back for validation.
 *
 * @param epochs passes over the windows
 * @param batchSize windows per update
 * @param rule how the weights learn from their gradients
 */
public record WindowTraining(int epochs, int batchSize, UpdateRule rule) {

  /**
   * 100 epochs of batches of 128, by Adagrad (Rueckert et al. 2017). Rate and accumulator are ours,
   * chosen on a simulated arm and waves of other seeds than those of the experiments. The
   * accumulator begins next to zero: TensorFlow's default of 0.1 outweighs the gradients of targets
   * in (0, 1), and the rate then never adapts.
   */
  public static final WindowTraining PAPER =
      new WindowTraining(100, 128, new UpdateRule(new Adagrad(0.2, 1e-6)));

  /** The same for torques of variance 1, whose gradients are larger. */
  public static final WindowTraining USUAL = PAPER.withRule(new UpdateRule(new Adagrad(0.1, 1e-6)));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public WindowTraining {
    Checks.positive(epochs, "epochs");
    Checks.positive(batchSize, "batch size");
  }

  /** Returns this training with other epochs. */
  public WindowTraining withEpochs(int newEpochs) {
    return new WindowTraining(newEpochs, batchSize, rule);
  }

  /** Returns this training with other batches. */
  public WindowTraining withBatchSize(int newBatchSize) {
    return new WindowTraining(epochs, newBatchSize, rule);
  }

  /** Returns this training with another rule. */
  public WindowTraining withRule(UpdateRule newRule) {
    return new WindowTraining(epochs, batchSize, newRule);
  }
}
