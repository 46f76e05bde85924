package lindyn.gp.search;

import lindyn.Checks;

/**
 * When an ascent ends.
 *
 * <p>The tolerances are made for log likelihoods in nats over logarithms of hyper-parameters. A
 * likelihood that falls by z²/2 nats is z standard deviations of its hyper-parameters away from its
 * maximum, so a gain of 1e-3 nats is worth 1/20 of what the data leave open anyway, whatever the
 * number of points. (A tolerance relative to the value, as usual elsewhere, means something else
 * for every n.)
 *
 * @param gradientTolerance an ascent ends where following the gradient within the bounds changes no
 *     coordinate by more; per unit of a coordinate
 * @param gainTolerance an ascent ends where the quadratic model promises no greater gain and the
 *     step before gained no more either, as the promise alone may be wrong; in units of the
 *     function. What is left then is of the same order
 * @param mostEvaluations an ascent ends, not converged, after so many
 */
public record Stopping(double gradientTolerance, double gainTolerance, int mostEvaluations) {

  /** 1e-5 per unit of a coordinate, 1e-3 nats, 200 evaluations. */
  public static final Stopping DEFAULT = new Stopping(1e-5, 1e-3, 200);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a tolerance is negative or not finite, or no evaluation is
   *     allowed
   */
  public Stopping {
    Checks.inRange(0, Double.MAX_VALUE, gradientTolerance, "gradientTolerance");
    Checks.inRange(0, Double.MAX_VALUE, gainTolerance, "gainTolerance");
    Checks.positive(mostEvaluations, "mostEvaluations");
  }

  /** Returns these criteria with another tolerance of the projected gradient. */
  public Stopping withGradientTolerance(double newTolerance) {
    return new Stopping(newTolerance, gainTolerance, mostEvaluations);
  }

  /** Returns these criteria with another tolerance of the gain. */
  public Stopping withGainTolerance(double newTolerance) {
    return new Stopping(gradientTolerance, newTolerance, mostEvaluations);
  }

  /** Returns these criteria with another limit of the evaluations. */
  public Stopping withMostEvaluations(int newMost) {
    return new Stopping(gradientTolerance, gainTolerance, newMost);
  }
}
