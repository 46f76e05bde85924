package lindyn.gp;

import java.util.Locale;

/** The covariance of the training points has no Cholesky factor in double precision. */
public final class CovarianceNotPositiveDefiniteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int point;
  private final int twin;

  /**
   * Takes what was found.
   *
   * @param covariance what has no factor
   * @param point the point whose pivot is not positive, counted from 0
   * @param twin the earlier point that is nearest to it
   * @param correlation ρ of the two
   */
  CovarianceNotPositiveDefiniteException(
      Covariance covariance, int point, int twin, double correlation) {
    super(
        String.format(
            Locale.ROOT,
            "covariance of %d points is not positive definite%s: point %d (counted from 0) nearly"
                + " repeats earlier ones, most of all point %d (correlation %s under %s with"
                + " noiseVariance %s); drop one of the two or raise noiseVariance",
            covariance.x().rows(),
            covariance.jitter() > 0
                ? ", even with " + covariance.jitter() + " added to its diagonal"
                : "",
            point,
            twin,
            correlation,
            covariance.hyperparameters().kernel(),
            covariance.hyperparameters().noiseVariance()));
    this.point = point;
    this.twin = twin;
  }

  /** Returns the point that cannot be told from earlier ones, counted from 0. */
  public int point() {
    return point;
  }

  /** Returns the earlier point that is nearest to it, counted from 0. */
  public int nearestEarlierPoint() {
    return twin;
  }
}
