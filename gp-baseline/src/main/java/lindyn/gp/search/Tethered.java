package lindyn.gp.search;

import lindyn.Checks;

/**
 * A log likelihood times a weak prior, a normal density around a place with one standard deviation
 * for all coordinates (without its constant factor). Where the data tell nothing the maximum stays
 * near that place, and does not run away along a plain.
 */
public final class Tethered implements Objective {

  private final Objective likelihood;
  private final double[] centre;
  private final double deviation;

  /**
   * Ties a likelihood.
   *
   * @param centre one number per coordinate
   * @param deviation standard deviation of the prior, in units of the coordinates
   * @throws IllegalArgumentException if the deviation is not positive and finite
   */
  public Tethered(Objective likelihood, double[] centre, double deviation) {
    this.likelihood = likelihood;
    this.centre = centre.clone();
    this.deviation = Checks.positive(deviation, "deviation");
  }

  @Override
  public Value at(double[] theta) {
    Value untied = likelihood.at(theta);
    double value = untied.value();
    double[] gradient = untied.gradient().clone();
    for (int i = 0; i < centre.length; i++) {
      double z = (theta[i] - centre[i]) / deviation;
      value -= 0.5 * z * z;
      gradient[i] -= z / deviation;
    }
    return new Value(value, gradient);
  }
}
