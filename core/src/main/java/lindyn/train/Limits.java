package lindyn.train;

import lindyn.Checks;

/**
 * What ends training: whichever comes first.
 *
 * @param epochs passes over the training data
 * @param patience epochs without a better validation error
 * @param minutes time of training; {@link #NO_TIME_LIMIT} for none
 */
public record Limits(int epochs, int patience, double minutes) {

  /** Training may take as long as it wants. */
  public static final double NO_TIME_LIMIT = Double.POSITIVE_INFINITY;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public Limits {
    Checks.positive(epochs, "epochs");
    Checks.positive(patience, "patience");
    if (minutes != NO_TIME_LIMIT) {
      Checks.positive(minutes, "minutes");
    }
  }

  /** Ends after a number of epochs, or without an improvement in half of them. */
  public static Limits ofEpochs(int epochs) {
    return new Limits(epochs, Math.max(1, (epochs + 1) / 2), NO_TIME_LIMIT);
  }

  /** Returns these limits with another number of epochs. */
  public Limits withEpochs(int newEpochs) {
    return new Limits(newEpochs, patience, minutes);
  }

  /** Returns these limits with another patience. */
  public Limits withPatience(int newPatience) {
    return new Limits(epochs, newPatience, minutes);
  }

  /** Returns these limits with another time, in minutes. */
  public Limits withMinutes(double newMinutes) {
    return new Limits(epochs, patience, newMinutes);
  }
}
