package lindyn.gp;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Cholesky;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.algebra.NotPositiveDefiniteException;
import lindyn.gp.algebra.SymmetricTiles;
import lindyn.gp.algebra.TileSource;
import lindyn.gp.kernel.PointPairs;
import org.apache.commons.math3.util.Precision;

/**
 * The covariance of noisy observations, K + (σ_n² + jitter) I.
 *
 * @param x points, shape {@code [points, inputs]}
 * @param jitter what is added to the diagonal beside the noise, in squared units of the target
 */
record Covariance(Hyperparameters hyperparameters, Matrix x, double jitter) implements TileSource {

  /** Other points whose covariances one task computes. */
  private static final int BLOCK = 32;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the diagonal is not finite, or the kernel is for other
   *     inputs
   */
  Covariance {
    hyperparameters.kernel().requireInputs(x.columns());
    Checks.positive(
        hyperparameters.kernel().signalVariance() + hyperparameters.noiseVariance() + jitter,
        "signalVariance + noiseVariance + jitter");
  }

  @Override
  public void fill(int firstRow, int firstColumn, Matrix tile) {
    hyperparameters.kernel().fill(new PointPairs(x, firstRow, x, firstColumn), tile);
    if (firstRow == firstColumn) {
      double noise = hyperparameters.noiseVariance() + jitter;
      for (int i = 0; i < tile.rows(); i++) {
        tile.set(i, i, tile.at(i, i) + noise);
      }
    }
  }

  /**
   * Returns the covariances of all points with some other points, noise and jitter left out.
   *
   * @param xStar shape {@code [points, inputs]}
   * @return shape {@code [points, count]}
   */
  Matrix with(Matrix xStar, int first, int count) {
    int n = x.rows();
    Matrix covariances = new Matrix(n, count);
    int blocks = (count + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .map(block -> block * BLOCK)
        .forEach(
            start -> {
              Matrix part = new Matrix(n, Math.min(BLOCK, count - start));
              hyperparameters.kernel().fill(new PointPairs(x, 0, xStar, first + start), part);
              int columns = part.columns();
              System.arraycopy(part.values(), 0, covariances.values(), start * n, columns * n);
            });
    return covariances;
  }

  /** Returns this covariance with another jitter. */
  Covariance withJitter(double other) {
    return new Covariance(hyperparameters, x, other);
  }

  /** Returns the number that all entries of the diagonal are. */
  double variance() {
    return hyperparameters.kernel().signalVariance() + hyperparameters.noiseVariance() + jitter;
  }

  /**
   * Returns room for the factor of a covariance of so many points.
   *
   * @throws CovarianceTooLargeException if the heap does not have it
   */
  static SymmetricTiles room(int points) {
    CovarianceTooLargeException.requireRoom(points);
    return SymmetricTiles.compute(points, (firstRow, firstColumn, tile) -> {});
  }

  /**
   * Computes the factor.
   *
   * @param tiles what {@link #room} gave
   * @throws CovarianceNotPositiveDefiniteException if a pivot is not positive, or so small that it
   *     is nothing but rounding
   */
  Cholesky factor(SymmetricTiles tiles, Blas blas) {
    tiles.recompute(this);
    Cholesky factor;
    try {
      factor = Cholesky.of(tiles, blas);
    } catch (NotPositiveDefiniteException e) {
      throw notPositiveDefinite(e.pivot());
    }
    int lost = firstPivotOfRounding(tiles);
    if (lost < x.rows()) {
      throw notPositiveDefinite(lost);
    }
    return factor;
  }

  /** Returns the first pivot of a factor that is below the error of computing it, or n. */
  private int firstPivotOfRounding(SymmetricTiles factor) {
    // a pivot is what is left of the variance after n subtractions, each with its own rounding
    double limit = 4 * x.rows() * Precision.EPSILON * variance();
    var first = new AtomicInteger(x.rows());
    factor.sum(
        0,
        (firstRow, firstColumn, tile, sums) -> {
          for (int i = 0; firstRow == firstColumn && i < tile.rows(); i++) {
            if (!(tile.at(i, i) * tile.at(i, i) > limit)) {
              first.accumulateAndGet(firstRow + i, Math::min);
            }
          }
        });
    return first.get();
  }

  private CovarianceNotPositiveDefiniteException notPositiveDefinite(int point) {
    Matrix covariances = new Matrix(x.rows(), 1);
    hyperparameters.kernel().fill(new PointPairs(x, 0, x, point), covariances);
    int nearest = 0;
    for (int i = 1; i < point; i++) {
      if (covariances.at(i, 0) > covariances.at(nearest, 0)) {
        nearest = i;
      }
    }
    double correlation = covariances.at(nearest, 0) / hyperparameters.kernel().signalVariance();
    return new CovarianceNotPositiveDefiniteException(this, point, nearest, correlation);
  }
}
