package lindyn.gp;

import java.util.Arrays;
import lindyn.Checks;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Precision;

/**
 * An exact Gaussian process for one target, with mean 0 and fixed hyper-parameters: Rasmussen and
 * Williams (2006) algorithm 2.1. Standardise inputs and target before, or mean 0 is a poor guess.
 * Immutable.
 */
public final class GaussianProcess {

  private final Kernel kernel;
  private final double[][] x;
  private final CholeskyDecomposition cholesky;
  private final RealVector alpha;
  private final double logMarginalLikelihood;

  private GaussianProcess(
      Kernel kernel, double[][] x, CholeskyDecomposition cholesky, RealVector y) {
    this.kernel = kernel;
    this.x = x;
    this.cholesky = cholesky;
    alpha = cholesky.getSolver().solve(y);
    logMarginalLikelihood = logMarginalLikelihood(cholesky.getL(), y.dotProduct(alpha));
  }

  /** R&amp;W eq. 2.30: −½ yᵀα − Σ log L_ii − n/2 log 2π. */
  private static double logMarginalLikelihood(RealMatrix factor, double yAlpha) {
    int n = factor.getRowDimension();
    double sum = -0.5 * yAlpha - 0.5 * n * Math.log(2 * Math.PI);
    for (int i = 0; i < n; i++) {
      sum -= Math.log(factor.getEntry(i, i));
    }
    return sum;
  }

  /**
   * Conditions the process on n observations y = f(x) + noise, in O(n³) time and O(n²) memory.
   *
   * @param kernel covariance of f, with its hyper-parameters
   * @param noiseVariance σ_n², in squared units of the target; 0 if y is exact
   * @param x inputs, shape {@code [n, inputs]}
   * @param y targets, length n
   * @throws IllegalArgumentException if there is no observation, the shapes do not fit, a number is
   *     not finite or noiseVariance is negative
   * @throws CovarianceNotPositiveDefiniteException if inputs (nearly) repeat each other and
   *     noiseVariance is too small to tell them apart
   */
  public static GaussianProcess fit(Kernel kernel, double noiseVariance, double[][] x, double[] y) {
    Checks.inRange(0, Double.POSITIVE_INFINITY, noiseVariance, "noiseVariance");
    requireObservations(x, y);
    double[][] inputs = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    RealMatrix covariance = kernel.matrix(inputs, inputs);
    for (int i = 0; i < inputs.length; i++) {
      covariance.addToEntry(i, i, noiseVariance);
    }
    try {
      CholeskyDecomposition cholesky = decompose(covariance);
      return new GaussianProcess(kernel, inputs, cholesky, new ArrayRealVector(y));
    } catch (NonPositiveDefiniteMatrixException e) {
      throw new CovarianceNotPositiveDefiniteException(inputs.length, kernel, noiseVariance, e);
    }
  }

  private static void requireObservations(double[][] x, double[] y) {
    Checks.positive(x.length, "number of observations");
    if (y.length != x.length) {
      throw new IllegalArgumentException("x has " + x.length + " rows, y has " + y.length);
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i].length != x[0].length) {
        throw new IllegalArgumentException(
            "x[" + i + "] has " + x[i].length + " inputs, x[0] has " + x[0].length);
      }
      if (!Double.isFinite(y[i]) || !Arrays.stream(x[i]).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "observation " + i + " is not finite: x " + Arrays.toString(x[i]) + ", y " + y[i]);
      }
    }
  }

  /**
   * The library's default limit of 1e-10 for a pivot would ignore the scale of the targets; below
   * this one a pivot is nothing but rounding.
   */
  private static CholeskyDecomposition decompose(RealMatrix covariance) {
    int n = covariance.getRowDimension();
    double smallestPivot = n * Precision.EPSILON * covariance.getEntry(0, 0);
    return new CholeskyDecomposition(covariance, Precision.EPSILON, smallestPivot);
  }

  /**
   * Returns the posterior mean and variance of the noise-free f at one input, R&amp;W eqs 2.25 and
   * 2.26. Cost: O(n²), of which the mean is O(n).
   *
   * @throws IllegalArgumentException if the input has another length than the training inputs
   */
  public Gaussian predict(double[] xStar) {
    RealVector kStar = kernel.matrix(x, new double[][] {xStar}).getColumnVector(0);
    double mean = kStar.dotProduct(alpha);
    double variance =
        kernel.value(xStar, xStar) - kStar.dotProduct(cholesky.getSolver().solve(kStar));
    return new Gaussian(mean, Math.max(variance, 0)); // rounding can leave it just below zero
  }

  /** Returns log p(y | x, hyper-parameters), R&amp;W eq. 2.30. */
  public double logMarginalLikelihood() {
    return logMarginalLikelihood;
  }

  /**
   * A normal distribution.
   *
   * @param mean in units of the target
   * @param variance in squared units of the target
   */
  public record Gaussian(double mean, double variance) {}
}
