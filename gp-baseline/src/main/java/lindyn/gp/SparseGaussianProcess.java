package lindyn.gp;

import java.util.stream.IntStream;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.PointPairs;
import lindyn.gp.kernel.StationaryKernel;

/**
 * A Gaussian process with mean 0 that knows its observations by what they tell of f at inducing
 * points, Titsias (2009), eq. 6. Its hyper-parameters are best found with {@link SparseBound}.
 * Immutable; any number of threads may use it.
 *
 * <p>With Σ = K_mm + K_mn K_nm / σ_n², f at x* has the mean k*ᵀ Σ⁻¹ K_mn y / σ_n² and the variance
 * k** − k*ᵀ (K_mm⁻¹ − Σ⁻¹) k*.
 */
public final class SparseGaussianProcess implements GaussianProcess {

  /** Points that are predicted at a time: as many as fast products need. */
  private static final int BLOCK = 256;

  private final SparsePosterior posterior;
  private final Matrix priorFactor;
  private final Blas blas;
  private final KernelExpansion mean;

  private SparseGaussianProcess(SparsePosterior posterior, Matrix priorFactor, Blas blas) {
    this.posterior = posterior;
    this.priorFactor = priorFactor;
    this.blas = blas;
    mean =
        new KernelExpansion(
            posterior.hyperparameters().kernel(), posterior.z(), posterior.weights(), blas);
  }

  /**
   * Conditions the process on observations, in O(points · inducing²) time on all processors, and
   * O(inducing²) memory for each of them beside the observations.
   *
   * @param z inducing points, shape {@code [inducing, inputs]}
   * @param x inputs, shape {@code [points, inputs]}
   * @param y targets, shape {@code [points, outputs]}
   * @throws IllegalArgumentException if the shapes do not fit together, there are more inducing
   *     points than points, a number is not finite, the noise variance is 0, or the
   *     hyper-parameters are so extreme that a matrix cannot be factorised or numbers overflow; the
   *     message says which
   */
  public static SparseGaussianProcess condition(
      Hyperparameters hyperparameters, Matrix z, Matrix x, Matrix y, Blas blas) {
    var data = SparseData.of(z, x, y);
    if (!(hyperparameters.noiseVariance() > 0)) {
      throw new IllegalArgumentException("a sparse process needs a noise variance above 0");
    }
    SparseFit fit = SparseFit.of(hyperparameters, data, blas);
    Matrix factor = lowerProduct(fit.inducing().factor(), fit.factor(), blas);
    double jitter = fit.inducing().jitter();
    return new SparseGaussianProcess(
        new SparsePosterior(hyperparameters, jitter, data.z(), fit.weights(blas), factor),
        fit.inducing().factor(),
        blas);
  }

  /**
   * Restores a process from what a file held, in O(inducing³) time. If another machine's rounding
   * needs more jitter to factorise the covariance at the inducing points, it gets more.
   *
   * @throws IllegalArgumentException if no jitter lets that covariance be factorised
   */
  public static SparseGaussianProcess restored(SparsePosterior posterior, Blas blas) {
    StationaryKernel kernel = posterior.hyperparameters().kernel();
    InducingCovariance inducing =
        InducingCovariance.of(kernel, posterior.z(), posterior.jitter(), blas)
            .orElseThrow(() -> InducingCovariance.notPositiveDefinite(kernel));
    return new SparseGaussianProcess(posterior.copy(), inducing.factor(), blas);
  }

  /** Returns A B of two lower triangles, whatever is above them. */
  private static Matrix lowerProduct(Matrix a, Matrix b, Blas blas) {
    Triangle.clear(a);
    Triangle.clear(b);
    var product = new Matrix(a.rows(), a.rows());
    blas.multiply(1, a, b, 0, product);
    Triangle.clear(product); // of rounding
    return product;
  }

  /** Returns a copy of all that this process is, for a file. */
  public SparsePosterior posterior() {
    return posterior.copy();
  }

  @Override
  public Hyperparameters hyperparameters() {
    return posterior.hyperparameters();
  }

  @Override
  public int inputs() {
    return posterior.z().columns();
  }

  @Override
  public int outputs() {
    return posterior.weights().columns();
  }

  @Override
  public double jitter() {
    return posterior.jitter();
  }

  @Override
  public int points() {
    return posterior.z().rows();
  }

  @Override
  public Matrix means(Matrix xStar) {
    return mean.at(Observations.requireInputs(inputs(), xStar));
  }

  @Override
  public double[] variances(Matrix xStar) {
    Observations.requireInputs(inputs(), xStar);
    double[] variances = new double[xStar.rows()];
    IntStream.range(0, (xStar.rows() + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> fillVariances(xStar, block * BLOCK, variances));
    return variances;
  }

  /** Computes k(x*, x*) − |L⁻¹ k*|² + |R⁻¹ k*|², Σ = R Rᵀ. */
  private void fillVariances(Matrix xStar, int first, double[] variances) {
    StationaryKernel kernel = hyperparameters().kernel();
    var known = new Matrix(posterior.z().rows(), Math.min(BLOCK, xStar.rows() - first));
    kernel.fill(new PointPairs(posterior.z(), 0, xStar, first), known);
    Matrix unknown = known.copy();
    blas.solveLower(priorFactor, known);
    blas.solveLower(posterior.factor(), unknown);
    for (int i = 0; i < known.columns(); i++) {
      double variance =
          kernel.signalVariance() - squaredLength(known, i) + squaredLength(unknown, i);
      variances[first + i] = Math.max(variance, 0); // rounding can leave it just below zero
    }
  }

  private static double squaredLength(Matrix matrix, int column) {
    double sum = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      sum += matrix.at(i, column) * matrix.at(i, column);
    }
    return sum;
  }
}
