package lindyn.lstm.graph;

/** How a gradient becomes a step of the weights; immutable. */
public sealed interface Optimizer permits Adagrad, Adam {

  /** Returns the step size, before any schedule. */
  double learningRate();

  /** Returns this optimiser with another step size. */
  Optimizer withLearningRate(double newLearningRate);
}
