package lindyn.lstm.graph;

import lindyn.Checks;

/**
 * Adam (Kingma and Ba 2015): each weight's step is the learning rate times the running mean of its
 * gradient, over the root of the running mean of its squared gradient, both freed of the bias of
 * their start at zero.
 *
 * @param learningRate step size
 * @param beta1 how much of the gradient's mean is kept at each step
 * @param beta2 how much of the squared gradient's mean is kept at each step
 * @param epsilon added to the root
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if rate or epsilon is not positive, or a mean keeps all
   */
  public Adam {
    Checks.positive((float) learningRate, "learning rate"); // as TensorFlow sees it
    Checks.inRange(0, 1, beta1, "beta1");
    Checks.inRange(0, 1, beta2, "beta2");
    Checks.positive((float) epsilon, "epsilon");
  }

  /** Takes the numbers that its authors suggest for all but the learning rate. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8);
  }

  @Override
  public Adam withLearningRate(double newLearningRate) {
    return new Adam(newLearningRate, beta1, beta2, epsilon);
  }
}
