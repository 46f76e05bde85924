package lindyn.gp;

import java.util.Optional;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.PointPairs;
import lindyn.gp.kernel.StationaryKernel;

/**
 * The Cholesky factor of K_mm + jitter I = L Lᵀ, the covariance of f at the inducing points.
 *
 * @param factor L in the lower triangle, shape {@code [inducing, inducing]}
 * @param jitter what was added to the variances, in squared units of the target
 */
record InducingCovariance(Matrix factor, double jitter) {

  /** Least jitter, in parts of σ_f²: above rounding, and less than observations can tell. */
  private static final double FIRST_JITTER = 1e-10;

  /** Most jitter, in parts of σ_f²: where this does not help, nothing does. */
  private static final double LAST_JITTER = 1e-4;

  /** Factorises with the least jitter of 1e-10 σ_f², 1e-9 σ_f² … 1e-4 σ_f² that lets it. */
  static Optional<InducingCovariance> of(StationaryKernel kernel, Matrix z, Blas blas) {
    return of(kernel, z, 0, blas);
  }

  /**
   * Factorises with a jitter that was enough before, at least 1e-10 σ_f², or with as many times ten
   * of it as are needed.
   */
  static Optional<InducingCovariance> of(
      StationaryKernel kernel, Matrix z, double knownJitter, Blas blas) {
    double variance = kernel.signalVariance();
    double first = Math.max(knownJitter, FIRST_JITTER * variance);
    double last = Math.max(first, LAST_JITTER * variance);
    for (double jitter = first; jitter < 2 * last; jitter *= 10) {
      Matrix covariance = covariance(kernel, z, jitter);
      if (blas.factorise(covariance).isEmpty()) {
        return Optional.of(new InducingCovariance(covariance, jitter));
      }
    }
    return Optional.empty();
  }

  static NoSparseFitException notPositiveDefinite(StationaryKernel kernel) {
    return new NoSparseFitException(
        "covariance of the inducing points is not positive definite", kernel);
  }

  private static Matrix covariance(StationaryKernel kernel, Matrix z, double jitter) {
    var covariance = new Matrix(z.rows(), z.rows());
    kernel.fill(PointPairs.all(z, z), covariance);
    for (int i = 0; i < z.rows(); i++) {
      covariance.set(i, i, covariance.at(i, i) + jitter);
    }
    return covariance;
  }
}
