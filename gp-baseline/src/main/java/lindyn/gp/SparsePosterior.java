package lindyn.gp;

import lindyn.Checks;
import lindyn.gp.algebra.Matrix;

/**
 * All that a sparse Gaussian process must remember of its observations: what a file holds.
 *
 * @param hyperparameters of the process
 * @param jitter what was added to the variances at the inducing points, in squared units of the
 *     target
 * @param z inducing points, shape {@code [inducing, inputs]}
 * @param weights K_mm⁻¹ times the posterior mean of f at the inducing points, shape {@code
 *     [inducing, outputs]}
 * @param factor the Cholesky factor of K_mm + K_mn K_nm / σ_n² in the lower triangle, zeros above
 *     it, shape {@code [inducing, inducing]}
 */
public record SparsePosterior(
    Hyperparameters hyperparameters, double jitter, Matrix z, Matrix weights, Matrix factor) {

  /**
   * Checks that all fits together, and copies it.
   *
   * @throws IllegalArgumentException if it does not, or a number is not finite, or the factor's
   *     diagonal is not positive
   */
  public SparsePosterior {
    Checks.inRange(0, Double.MAX_VALUE, jitter, "jitter");
    int m = z.rows();
    requireRows(m, weights, "weights");
    requireRows(m, factor, "factor");
    if (factor.columns() != m) {
      throw new IllegalArgumentException(
          "the factor of " + m + " inducing points has " + factor.columns() + " columns");
    }
    hyperparameters.kernel().requireInputs(z.columns());
    z = z.copy();
    weights = weights.copy();
    factor = factor.copy();
    Observations.requireFinite(z, "z", "input");
    Observations.requireFinite(weights, "weight", "output");
    Observations.requireFinite(factor, "factor", "column");
    for (int i = 0; i < m; i++) {
      Checks.positive(factor.at(i, i), "diagonal of the factor");
    }
  }

  /** Returns a posterior whose matrices change on their own. */
  SparsePosterior copy() {
    return new SparsePosterior(hyperparameters, jitter, z, weights, factor);
  }

  private static void requireRows(int inducing, Matrix matrix, String name) {
    if (matrix.rows() != inducing) {
      throw new IllegalArgumentException(
          name + " of " + inducing + " inducing points have " + matrix.rows() + " rows");
    }
  }
}
