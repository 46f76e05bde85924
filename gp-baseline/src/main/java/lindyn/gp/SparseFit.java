package lindyn.gp;

import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;

/**
 * What observations tell of f at the inducing points, and how well they are explained. With the
 * symbols of {@link SparseBound}:
 *
 * @param inducing L
 * @param products C = V Vᵀ / σ_n² in the lower triangle, shape {@code [inducing, inducing]}
 * @param factor L_B, the Cholesky factor of B = I + C, in the lower triangle
 * @param explained c = L_B⁻¹ V y / σ_n², shape {@code [inducing, outputs]}
 * @param bound the bound on the log marginal likelihood
 */
record SparseFit(
    InducingCovariance inducing, Matrix products, Matrix factor, Matrix explained, double bound) {

  /**
   * Fits.
   *
   * @throws NoSparseFitException if a matrix cannot be factorised, or numbers overflow
   */
  static SparseFit of(Hyperparameters hyperparameters, SparseData data, Blas blas) {
    InducingCovariance inducing =
        InducingCovariance.of(hyperparameters.kernel(), data.z(), blas)
            .orElseThrow(() -> InducingCovariance.notPositiveDefinite(hyperparameters.kernel()));
    SparseFit fit = of(hyperparameters, inducing, data, blas);
    if (!Double.isFinite(fit.bound)) {
      throw new NoSparseFitException("numbers overflow", hyperparameters);
    }
    return fit;
  }

  private static SparseFit of(
      Hyperparameters hyperparameters, InducingCovariance inducing, SparseData data, Blas blas) {
    double noiseVariance = hyperparameters.noiseVariance();
    var sums = WhitenedSums.of(hyperparameters.kernel(), inducing, data, blas);
    scale(sums.products(), 1 / noiseVariance);
    scale(sums.targets(), 1 / noiseVariance);
    Matrix factor = sums.products().copy();
    for (int i = 0; i < factor.rows(); i++) {
      factor.set(i, i, 1 + factor.at(i, i));
    }
    if (blas.factorise(factor).isPresent()) {
      throw new NoSparseFitException(
          Double.isFinite(trace(sums.products()))
              ? "noiseVariance is too small to factorise I + V Vᵀ / noiseVariance"
              : "numbers overflow",
          hyperparameters);
    }
    Matrix explained = sums.targets();
    blas.solveLower(factor, explained);
    double misfit = sumOfSquares(data.observations().y()) / noiseVariance - sumOfSquares(explained);
    double complexity = complexity(hyperparameters, sums.products(), factor, data.points());
    double bound = -0.5 * (misfit + data.outputs() * complexity);
    return new SparseFit(inducing, sums.products(), factor, explained, bound);
  }

  /** Returns u = B⁻¹ V y / σ_n², the whitened mean, shape {@code [inducing, outputs]}. */
  Matrix mean(Blas blas) {
    Matrix mean = explained.copy();
    blas.solveLowerTransposed(factor, mean);
    return mean;
  }

  /** Returns w = L⁻ᵀ u, the weights of k* in the posterior mean. */
  Matrix weights(Blas blas) {
    Matrix weights = mean(blas);
    blas.solveLowerTransposed(inducing.factor(), weights);
    return weights;
  }

  /** Returns n log 2πσ_n² + log |B| + tr(K_nn − Q_nn) / σ_n², which each output has. */
  private static double complexity(
      Hyperparameters hyperparameters, Matrix products, Matrix factor, int points) {
    double noiseVariance = hyperparameters.noiseVariance();
    double sum = points * Math.log(2 * Math.PI * noiseVariance);
    for (int i = 0; i < factor.rows(); i++) {
      sum += 2 * Math.log(factor.at(i, i));
    }
    double unexplained =
        points * hyperparameters.kernel().signalVariance() / noiseVariance - trace(products);
    return sum + unexplained;
  }

  private static void scale(Matrix matrix, double scale) {
    double[] values = matrix.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
  }

  static double trace(Matrix square) {
    double sum = 0;
    for (int i = 0; i < square.rows(); i++) {
      sum += square.at(i, i);
    }
    return sum;
  }

  static double sumOfSquares(Matrix matrix) {
    double sum = 0;
    for (double value : matrix.values()) {
      sum += value * value;
    }
    return sum;
  }
}
