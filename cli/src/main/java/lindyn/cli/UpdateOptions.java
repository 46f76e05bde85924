package lindyn.cli;

import lindyn.InputException;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Adam;
import lindyn.lstm.graph.Optimizer;
import lindyn.lstm.graph.UpdateRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the weights learn from their gradients. */
final class UpdateOptions {

  private static final double ADAM_RATE = 0.01;

  /** Optimisers by name. */
  enum Method {
    ADAGRAD,
    ADAM
  }

  @Option(
      names = "--optimizer",
      defaultValue = "adagrad",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Method method = Method.ADAGRAD;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description =
          "The optimiser's step size (default: for Adagrad 0.1 with windows, 0.2 with sequences; for"
              + " Adam 0.01).")
  private @Nullable Double learningRate;

  @Option(
      names = "--initial-accumulator",
      paramLabel = "VALUE",
      description =
          "Adagrad's initial sum of squared gradients (default: 1e-6 with windows, 0.1 with sequences).")
  private @Nullable Double initialAccumulator;

  @Option(
      names = "--clip-norm",
      paramLabel = "NORM",
      description = "Scale gradients down whose norm over all weights is greater (default: never).")
  private @Nullable Double clipNorm;

  @Option(
      names = "--weight-decay",
      paramLabel = "DECAY",
      description =
          "Shrink the kernels at every step by this times the learning rate (default: 0).")
  private @Nullable Double weightDecay;

  /**
   * Returns the rule that was chosen.
   *
   * @param suggested an Adagrad, whose numbers are the defaults
   * @throws IllegalArgumentException if a number is impossible
   */
  UpdateRule rule(UpdateRule suggested) {
    UpdateRule rule = suggested.withOptimizer(optimizer((Adagrad) suggested.optimizer()));
    rule = clipNorm == null ? rule : rule.withClipNorm(clipNorm);
    return weightDecay == null ? rule : rule.withWeightDecay(weightDecay);
  }

  private Optimizer optimizer(Adagrad suggested) {
    if (method == Method.ADAM) {
      if (initialAccumulator != null) {
        throw new InputException(
            "--initial-accumulator is an option of --optimizer adagrad, not of adam; leave it out");
      }
      return new Adam(learningRate == null ? ADAM_RATE : learningRate);
    }
    return new Adagrad(
        learningRate == null ? suggested.learningRate() : learningRate,
        initialAccumulator == null ? suggested.initialAccumulator() : initialAccumulator);
  }
}
