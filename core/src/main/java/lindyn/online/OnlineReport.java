package lindyn.online;

import java.util.Optional;

/**
 * How far an {@link OnlineLearner} is.
 *
 * @param pieces windows or sequences that it has learned from
 * @param updates updates of the weights
 * @param loss mean squared error of the last update's batch, on standardised torques; NaN before
 *     the first one
 * @param failure why it has stopped to learn, if it has; the model answers as before that
 */
public record OnlineReport(long pieces, long updates, double loss, Optional<String> failure) {

  /** Nothing was learned yet. */
  static final OnlineReport BEGIN = new OnlineReport(0, 0, Double.NaN, Optional.empty());

  OnlineReport withFailure(String reason) {
    return new OnlineReport(pieces, updates, loss, Optional.of(reason));
  }
}
