package lindyn.train;

import lindyn.Checks;
import lindyn.data.Rehearsal;
import lindyn.lstm.TrainedLstm;

/**
 * A model that learns from further data of its robot. Its mathematics, base and standardisers stay
 * as they are; its weights go on.
 *
 * @param model the model
 * @param old what it has kept of the data that it has learned from
 * @param share part of each batch that is old data, and part of the validation error that is on it;
 *     0 if nothing was kept
 */
public record Continuation(TrainedLstm model, Rehearsal old, double share) {

  /** Old and new data count the same. */
  public static final double EVEN_SHARE = 0.5;

  /**
   * Checks the share.
   *
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public Continuation {
    Checks.inRange(0, 1, share, "share of old data");
    share = old.isEmpty() ? 0 : share;
  }
}
