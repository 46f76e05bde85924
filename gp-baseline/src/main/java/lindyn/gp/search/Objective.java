package lindyn.gp.search;

/** A function that is to be maximised, with its gradient. */
@FunctionalInterface
public interface Objective {

  /** Computes value and gradient; the value is −∞ where the function does not exist. */
  Value at(double[] theta);

  /**
   * What a function is at one place.
   *
   * @param value the function
   * @param gradient its derivatives, one per coordinate
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Value(double value, double[] gradient) {}
}
