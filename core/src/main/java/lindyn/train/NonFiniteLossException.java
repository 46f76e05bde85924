package lindyn.train;

import java.math.BigDecimal;
import java.util.Locale;

/** The error became infinite or not a number, so training cannot go on. */
public final class NonFiniteLossException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NonFiniteLossException(String message) {
    super(message);
  }

  static NonFiniteLossException inTraining(
      double loss, int epoch, int update, double learningRate) {
    return new NonFiniteLossException(
        String.format(
            Locale.ROOT,
            "the loss became %s in epoch %d, update %d, at learning rate %s: training diverged;"
                + " try a learning rate of %s, and look for outliers in the log",
            loss,
            epoch,
            update,
            learningRate,
            tenthOf(learningRate)));
  }

  static NonFiniteLossException inWeights(int epoch, int update, double learningRate) {
    return new NonFiniteLossException(
        String.format(
            Locale.ROOT,
            "a weight became infinite or NaN in epoch %d, update %d, at learning rate %s: training"
                + " diverged; try a learning rate of %s, and look for outliers in the log",
            epoch,
            update,
            learningRate,
            tenthOf(learningRate)));
  }

  /** Epoch 0 stands for the weights before training. */
  static NonFiniteLossException inValidation(double loss, int epoch, double learningRate) {
    return new NonFiniteLossException(
        epoch == 0
            ? String.format(
                Locale.ROOT,
                "the validation loss is %s before training; look for outliers in the validation"
                    + " trajectories",
                loss)
            : String.format(
                Locale.ROOT,
                "the validation loss became %s in epoch %d at learning rate %s: training diverged;"
                    + " try a learning rate of %s",
                loss,
                epoch,
                learningRate,
                tenthOf(learningRate)));
  }

  /** Decimal, since 0.7 / 10 would be shown with 16 digits. */
  private static BigDecimal tenthOf(double number) {
    return BigDecimal.valueOf(number).scaleByPowerOfTen(-1);
  }
}
