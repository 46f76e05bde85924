package lindyn.lstm.graph;

import lindyn.Checks;

/**
 * Adagrad (Duchi, Hazan and Singer 2011): each weight's step is the learning rate times its
 * gradient, over the root of the sum of its squared gradients so far.
 *
 * @param learningRate step size
 * @param initialAccumulator what the sum of squared gradients begins with
 */
public record Adagrad(double learningRate, double initialAccumulator) implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public Adagrad {
    Checks.positive((float) learningRate, "learning rate"); // as TensorFlow sees it
    Checks.positive((float) initialAccumulator, "initial accumulator");
  }

  @Override
  public Adagrad withLearningRate(double newLearningRate) {
    return new Adagrad(newLearningRate, initialAccumulator);
  }
}
