package lindyn.lstm.graph;

import lindyn.Checks;

/**
 * How the weights learn from their gradients.
 *
 * @param optimizer makes the step
 * @param clipNorm gradients whose norm over all weights is greater are scaled down to it; {@link
 *     #UNCLIPPED} for none
 * @param weightDecay before each step the kernels, but not the biases, shrink by this times the
 *     learning rate (Loshchilov and Hutter 2019); 0 for none
 */
public record UpdateRule(Optimizer optimizer, double clipNorm, double weightDecay) {

  /** No gradient is scaled down. */
  public static final double UNCLIPPED = Double.POSITIVE_INFINITY;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the norm is not positive or the decay is negative
   */
  public UpdateRule {
    if (clipNorm != UNCLIPPED) {
      Checks.positive((float) clipNorm, "clip norm"); // as TensorFlow sees it
    }
    Checks.inRange(0, Double.POSITIVE_INFINITY, weightDecay, "weight decay");
  }

  /** Uses an optimiser alone. */
  public UpdateRule(Optimizer optimizer) {
    this(optimizer, UNCLIPPED, 0);
  }

  /** Returns this rule with another optimiser. */
  public UpdateRule withOptimizer(Optimizer newOptimizer) {
    return new UpdateRule(newOptimizer, clipNorm, weightDecay);
  }

  /** Returns this rule with another limit of the gradients' norm. */
  public UpdateRule withClipNorm(double newClipNorm) {
    return new UpdateRule(optimizer, newClipNorm, weightDecay);
  }

  /** Returns this rule with another decay. */
  public UpdateRule withWeightDecay(double newWeightDecay) {
    return new UpdateRule(optimizer, clipNorm, newWeightDecay);
  }
}
