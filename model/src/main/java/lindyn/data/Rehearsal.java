package lindyn.data;

import java.util.SplittableRandom;

/**
 * What a model keeps of the data that it has learned from, so that it can learn from further data
 * without forgetting the old: torques and inputs in the log's units.
 *
 * @param train choice of what it was fitted to
 * @param validation choice of what decided when training stopped
 */
public record Rehearsal(Reservoir train, Reservoir validation) {

  /** Keeps nothing. */
  public static final Rehearsal NONE = new Rehearsal(Reservoir.EMPTY, Reservoir.EMPTY);

  /** Of so many pieces one is kept for validation. */
  private static final int VALIDATION_SHARE = 5;

  /** Tells whether there is nothing to rehearse. */
  public boolean isEmpty() {
    return train.pieces().isEmpty() || validation.pieces().isEmpty();
  }

  /** Returns the least number of samples of which training and validation both get one piece. */
  public static int least(History history) {
    return VALIDATION_SHARE * history.timeSteps();
  }

  /**
   * Chooses among what is kept and the training and validation trajectories of a split.
   *
   * @param split further data
   * @param history what a model of it sees
   * @param samples number of samples that are kept at most; nothing is if they are fewer than
   *     {@link #least}
   * @param seed the same seed and data give the same choice
   */
  public Rehearsal plus(Split split, History history, int samples, long seed) {
    int capacity = samples / history.timeSteps();
    int forValidation = capacity / VALIDATION_SHARE;
    if (forValidation == 0) {
      return NONE;
    }
    var random = new SplittableRandom(seed).split();
    return new Rehearsal(
        train.plus(split.train(), history, capacity - forValidation, random),
        validation.plus(split.validation(), history, forValidation, random));
  }
}
