package lindyn.train;

import java.util.Locale;

/** The training error became infinite or not a number, so training cannot go on. */
public final class NonFiniteLossException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NonFiniteLossException(double loss, int epoch, int update, double learningRate) {
    super(
        String.format(
            Locale.ROOT,
            "the loss became %s in epoch %d, update %d, at learning rate %s: training diverged;"
                + " try a learning rate of %s, and look for outliers in the log",
            loss,
            epoch,
            update,
            learningRate,
            learningRate / 10));
  }
}
