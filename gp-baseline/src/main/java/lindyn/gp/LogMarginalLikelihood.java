package lindyn.gp;

import java.util.Arrays;
import java.util.Optional;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Cholesky;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.algebra.SymmetricTiles;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.PointPairs;
import lindyn.gp.search.Objective;

/**
 * The log marginal likelihood of an exact Gaussian process, log p(y | x, θ), R&amp;W eq. 2.30, and
 * its gradient by the logarithms of the hyper-parameters, eq. 5.9. Several outputs share the
 * hyper-parameters and so the covariance: their likelihoods are added.
 *
 * <p>An evaluation takes O(n³) time, of which the factor and the inverse of the covariance are
 * most. Its O(n²) memory is taken once, when it is made. For one thread at a time; each evaluation
 * itself runs on all threads of the common pool, with the same bits on any number of them.
 *
 * <p>An output that is constant has a likelihood like any other. But if all are constant, and so 0
 * after standardising, the likelihood has no maximum: it grows without bound as both variances
 * vanish.
 */
public final class LogMarginalLikelihood implements Objective {

  private final KernelFamily family;
  private final Observations observations;
  private final Blas blas;
  private final SymmetricTiles room;

  /**
   * Takes the observations.
   *
   * @param x inputs, shape {@code [points, inputs]}
   * @param y targets, shape {@code [points, outputs]}
   * @throws IllegalArgumentException if there are fewer than two points, x and y have different
   *     numbers of them, or a number is not finite
   * @throws CovarianceTooLargeException if the heap has no room for the covariance
   */
  public LogMarginalLikelihood(KernelFamily family, Matrix x, Matrix y, Blas blas) {
    this.family = family;
    this.blas = blas;
    observations = new Observations(x, y);
    room = Covariance.room(observations.points());
  }

  /**
   * Computes the likelihood and its gradient.
   *
   * @param theta {@link Hyperparameters#logarithms}, with the length scales of a {@link
   *     lindyn.gp.kernel.StationaryKernel}
   * @return −∞ and a gradient of zeros where the covariance is not positive definite in double
   *     precision, or the hyper-parameters themselves overflow or vanish
   * @throws IllegalArgumentException if theta has another length, or a number that is NaN
   */
  @Override
  public Value at(double[] theta) {
    var domain = new LikelihoodDomain(family, observations.x().columns());
    return domain.at(theta, hyperparameters -> at(hyperparameters, theta.length));
  }

  private Optional<Value> at(Hyperparameters hyperparameters, int coordinates) {
    var covariance = new Covariance(hyperparameters, observations.x(), 0);
    try {
      return Optional.of(at(covariance, covariance.factor(room, blas), coordinates));
    } catch (CovarianceNotPositiveDefiniteException e) {
      return Optional.empty();
    }
  }

  private Value at(Covariance covariance, Cholesky factor, int coordinates) {
    Matrix y = observations.y();
    Matrix alpha = y.copy();
    factor.solve(alpha);
    double perOutput =
        -0.5 * factor.logDeterminant() - 0.5 * observations.points() * Math.log(2 * Math.PI);
    double value = -0.5 * dot(y.values(), alpha.values()) + observations.outputs() * perOutput;
    double[] gradient =
        factor
            .inverse()
            .sum(
                coordinates,
                (firstRow, firstColumn, tile, sums) -> {
                  weigh(alpha, firstRow, firstColumn, tile);
                  addGradient(covariance, firstRow, firstColumn, tile, sums);
                });
    return new Value(value, gradient);
  }

  /**
   * Makes of a tile of K⁻¹ what the derivatives of K are multiplied with: ½ (Σ α αᵀ − outputs K⁻¹),
   * in place, as this is the inverse's last use. Off the diagonal each number counts for two.
   */
  private void weigh(Matrix alpha, int firstRow, int firstColumn, Matrix tile) {
    Matrix rows = alpha.rows(firstRow, tile.rows());
    Matrix columns = alpha.rows(firstColumn, tile.columns());
    blas.multiply(1, rows, columns.transposed(), -observations.outputs(), tile);
    if (firstRow == firstColumn) {
      for (int j = 0; j < tile.columns(); j++) {
        int diagonal = j * tile.rows() + j;
        Arrays.fill(tile.values(), j * tile.rows(), diagonal, 0);
        tile.values()[diagonal] *= 0.5;
      }
    }
  }

  private static void addGradient(
      Covariance covariance, int firstRow, int firstColumn, Matrix weights, double[] sums) {
    var pairs = new PointPairs(covariance.x(), firstRow, covariance.x(), firstColumn);
    covariance.hyperparameters().kernel().addGradient(pairs, weights, sums);
    if (firstRow == firstColumn) {
      double trace = 0;
      for (int i = 0; i < weights.rows(); i++) {
        trace += weights.at(i, i);
      }
      sums[sums.length - 1] += covariance.hyperparameters().noiseVariance() * trace;
    }
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }
}
