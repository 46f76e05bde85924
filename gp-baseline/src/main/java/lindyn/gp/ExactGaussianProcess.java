package lindyn.gp;

import java.util.stream.IntStream;
import lindyn.Checks;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Cholesky;
import lindyn.gp.algebra.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The exact posterior of a Gaussian process, R&amp;W algorithm 2.1. Several threads may predict at
 * once.
 *
 * <p>With n points a mean takes O(n) time and a variance O(n²). The covariance's factor, of O(n²)
 * memory, serves the variances alone, so it is computed, in O(n³) time, when they are first asked
 * for: of several processes, only those whose variances matter hold one.
 */
public final class ExactGaussianProcess implements GaussianProcess {

  /** Points whose variances are computed at a time; so many columns of length n are held. */
  private static final int BLOCK = 512;

  private final Covariance covariance;
  private final Matrix alpha;
  private final Blas blas;
  private final KernelExpansion mean;
  private @Nullable Cholesky factor;

  private ExactGaussianProcess(Covariance covariance, Matrix alpha, Blas blas) {
    this.covariance = covariance;
    this.alpha = alpha;
    this.blas = blas;
    mean = new KernelExpansion(covariance.hyperparameters().kernel(), covariance.x(), alpha, blas);
  }

  /**
   * Conditions the process on n observations y = f(x) + noise, in O(n³) time and O(n²) memory. If
   * points so nearly repeat each other that the covariance is not positive definite in double
   * precision, a little is added to its diagonal: see {@link #jitter}.
   *
   * @param x inputs, shape {@code [points, inputs]}
   * @param y targets, shape {@code [points, outputs]}; a constant output is predicted like any
   *     other: as the constant near the points, as 0 far from them
   * @throws IllegalArgumentException if there are fewer than two points, the shapes do not fit, or
   *     a number is not finite
   * @throws CovarianceTooLargeException if the heap has no room for the covariance
   * @throws CovarianceNotPositiveDefiniteException if even a millionth of the variance, added to
   *     the diagonal, does not help
   */
  public static ExactGaussianProcess condition(
      Hyperparameters hyperparameters, Matrix x, Matrix y, Blas blas) {
    var observations = new Observations(x, y);
    var factored =
        FactoredCovariance.of(new Covariance(hyperparameters, observations.x(), 0), blas);
    Matrix alpha = observations.y();
    factored.factor().solve(alpha);
    return new ExactGaussianProcess(factored.covariance(), alpha, blas);
  }

  /**
   * Makes the process that these parts were taken from. Its means are ready at once.
   *
   * @param jitter see {@link #jitter}
   * @param x see {@link #x}
   * @param alpha see {@link #alpha}
   * @throws IllegalArgumentException if the shapes do not fit, or a number is not finite
   */
  public static ExactGaussianProcess restored(
      Hyperparameters hyperparameters, double jitter, Matrix x, Matrix alpha, Blas blas) {
    Checks.inRange(0, Double.MAX_VALUE, jitter, "jitter");
    var parts = new Observations(x, alpha);
    var covariance = new Covariance(hyperparameters, parts.x(), jitter);
    return new ExactGaussianProcess(covariance, parts.y(), blas);
  }

  @Override
  public Hyperparameters hyperparameters() {
    return covariance.hyperparameters();
  }

  @Override
  public int inputs() {
    return covariance.x().columns();
  }

  @Override
  public int outputs() {
    return alpha.columns();
  }

  @Override
  public int points() {
    return alpha.rows();
  }

  /**
   * Returns what was added to the covariance's diagonal beside the noise variance, so that it
   * became positive definite: 0 if it was, in squared units of the target.
   */
  @Override
  public double jitter() {
    return covariance.jitter();
  }

  /** Returns a copy of the points, shape {@code [points, inputs]}. */
  public Matrix x() {
    return covariance.x().copy();
  }

  /** Returns a copy of the weights (K + σ_n² I)⁻¹ y, shape {@code [points, outputs]}. */
  public Matrix alpha() {
    return alpha.copy();
  }

  @Override
  public Matrix means(Matrix xStar) {
    return mean.at(Observations.requireInputs(inputs(), xStar));
  }

  @Override
  public double[] variances(Matrix xStar) {
    Observations.requireInputs(inputs(), xStar);
    Cholesky cholesky = factor();
    double[] variances = new double[xStar.rows()];
    for (int first = 0; first < xStar.rows(); first += BLOCK) {
      int count = Math.min(BLOCK, xStar.rows() - first);
      Matrix v = covariance.with(xStar, first, count);
      cholesky.solveLower(v);
      double[] block =
          IntStream.range(0, count).parallel().mapToDouble(i -> variance(v, i)).toArray();
      System.arraycopy(block, 0, variances, first, count);
    }
    return variances;
  }

  /** Computes the factor once, whichever thread comes first. */
  private synchronized Cholesky factor() {
    Cholesky known = factor;
    if (known == null) {
      // on another machine other roundings may ask for more jitter
      known = FactoredCovariance.of(covariance, blas).factor();
      factor = known;
    }
    return known;
  }

  /** R&amp;W eq. 2.26: k(x*, x*) − |v|² with v = L⁻¹ k*. */
  private double variance(Matrix v, int column) {
    double explained = 0;
    for (int i = 0; i < v.rows(); i++) {
      explained += v.at(i, column) * v.at(i, column);
    }
    double variance = hyperparameters().kernel().signalVariance() - explained;
    return Math.max(variance, 0); // rounding can leave it just below zero
  }
}
