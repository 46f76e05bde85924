package lindyn.gp;

import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Cholesky;
import lindyn.gp.algebra.SymmetricTiles;

/**
 * A covariance and its Cholesky factor.
 *
 * @param covariance with the jitter that it needed
 */
record FactoredCovariance(Covariance covariance, Cholesky factor) {

  private static final double FIRST_JITTER = 1e-10;
  private static final double LAST_JITTER = 1e-6;

  /**
   * Factors a covariance. If that fails, ever more is added to its diagonal: from 1e-10 to 1e-6 of
   * the variance that stands there.
   *
   * @throws CovarianceTooLargeException if the heap has no room for it
   * @throws CovarianceNotPositiveDefiniteException if the greatest jitter does not help
   */
  static FactoredCovariance of(Covariance plain, Blas blas) {
    SymmetricTiles room = Covariance.room(plain.x().rows());
    Covariance covariance = plain;
    for (double share = FIRST_JITTER; ; share *= 10) {
      try {
        return new FactoredCovariance(covariance, covariance.factor(room, blas));
      } catch (CovarianceNotPositiveDefiniteException e) {
        if (share > 2 * LAST_JITTER) {
          throw e;
        }
        covariance = plain.withJitter(plain.jitter() + share * plain.variance());
      }
    }
  }
}
