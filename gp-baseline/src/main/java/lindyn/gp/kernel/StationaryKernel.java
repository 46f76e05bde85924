package lindyn.gp.kernel;

import java.util.Arrays;
import java.util.List;
import lindyn.Checks;
import lindyn.gp.algebra.Matrix;

/**
 * A covariance function k(x, x') = σ_f² ρ(r), r² = Σ (x_d − x'_d)² / ℓ_d², positive semidefinite;
 * immutable.
 *
 * <p>Distances are sums of squared differences. The expansion |x|² + |z|² − 2 xᵀz would be a matrix
 * product, but it cancels: near points would keep half of the digits.
 *
 * @param family the correlation ρ
 * @param signalVariance σ_f², in squared units of the target
 * @param lengthScales ℓ, in units of the standardised inputs: one for all inputs (isotropic), one
 *     for each (automatic relevance determination), or one for each input of a time step where the
 *     inputs are those of several time steps, one after the other: they repeat
 */
public record StationaryKernel(
    KernelFamily family, double signalVariance, List<Double> lengthScales) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive and finite, there is no length
   *     scale, or one is so short or long that 1/ℓ² is infinite or 0
   */
  public StationaryKernel {
    lengthScales = List.copyOf(lengthScales);
    Checks.positive(signalVariance, "signalVariance");
    Checks.positive(lengthScales.size(), "number of length scales");
    lengthScales.forEach(StationaryKernel::requireLengthScale);
  }

  private static void requireLengthScale(double lengthScale) {
    Checks.positive(lengthScale, "lengthScale");
    if (!hasInverseSquare(lengthScale)) {
      throw new IllegalArgumentException(
          "lengthScale must have a 1/lengthScale² that is positive and finite, got " + lengthScale);
    }
  }

  /** Tells whether 1/ℓ² is positive and finite: from about 1e-154 to 1e162 in double precision. */
  public static boolean hasInverseSquare(double lengthScale) {
    double inverse = inverseSquare(lengthScale);
    return inverse > 0 && inverse < Double.POSITIVE_INFINITY;
  }

  private static double inverseSquare(double lengthScale) {
    return 1 / (lengthScale * lengthScale);
  }

  /** Returns the number of hyper-parameters: the signal variance and the length scales. */
  public int hyperparameters() {
    return 1 + lengthScales.size();
  }

  /**
   * Checks that the kernel suits points of so many inputs.
   *
   * @throws IllegalArgumentException if the length scales do not cover them a whole number of times
   */
  public void requireInputs(int inputs) {
    if (inputs == 0 || inputs % lengthScales.size() != 0) {
      throw new IllegalArgumentException(
          "points have "
              + inputs
              + " inputs, the kernel "
              + lengthScales.size()
              + " length scales");
    }
  }

  /**
   * Returns k(x, x') for two points; {@link #fill} is faster for many.
   *
   * @throws IllegalArgumentException if their numbers of inputs differ, or are not a multiple of
   *     the number of length scales
   */
  public double value(double[] x, double[] xPrime) {
    Matrix value = new Matrix(1, 1);
    fill(PointPairs.all(new Matrix(1, x.length, x), new Matrix(1, xPrime.length, xPrime)), value);
    return value.at(0, 0);
  }

  /**
   * Computes the covariances of pairs of points.
   *
   * @param target receives k(x_i, z_j), shape {@code [points of x, points of z]}
   * @throws IllegalArgumentException if the points have other inputs than the kernel, or there are
   *     fewer of them than the shape asks for
   */
  public void fill(PointPairs pairs, Matrix target) {
    pairs.requireShape(target);
    var strip = new Strip(family, inverseSquares(pairs));
    double[] covariances = new double[Strip.LENGTH];
    for (int row = 0; row < target.rows(); row += Strip.LENGTH) {
      strip.take(pairs.x(), pairs.firstX() + row, target.rows() - row);
      for (int column = 0; column < target.columns(); column++) {
        strip.measure(pairs.z(), pairs.firstZ() + column);
        strip.correlations(signalVariance, covariances);
        int first = row + column * target.rows();
        System.arraycopy(covariances, 0, target.values(), first, strip.length());
      }
    }
  }

  /**
   * Adds the weighted derivatives of the covariances of pairs of points by the logarithms of the
   * hyper-parameters.
   *
   * @param weights w_ij, shape {@code [points of x, points of z]}
   * @param gradient Σ w_ij ∂k(x_i, z_j) is added to it: first by log σ_f², then by each log ℓ
   * @throws IllegalArgumentException if the points have other inputs than the kernel, or there are
   *     fewer of them than the shape asks for
   */
  public void addGradient(PointPairs pairs, Matrix weights, double[] gradient) {
    pairs.requireShape(weights);
    double[] inverseSquares = inverseSquares(pairs);
    var strip = new Strip(family, inverseSquares);
    var sums = new StripGradient(strip, lengthScales.size());
    for (int row = 0; row < weights.rows(); row += Strip.LENGTH) {
      strip.take(pairs.x(), pairs.firstX() + row, weights.rows() - row);
      for (int column = 0; column < weights.columns(); column++) {
        int first = row + column * weights.rows();
        sums.add(pairs.z(), pairs.firstZ() + column, weights.values(), first);
      }
    }
    gradient[0] += signalVariance * sums.byVariance();
    for (int d = 0; d < lengthScales.size(); d++) {
      double scale = lengthScales.size() == 1 ? 1 : inverseSquares[d];
      gradient[1 + d] += signalVariance * scale * sums.byLengthScale(d);
    }
  }

  /** Returns 1/ℓ², one per input. */
  private double[] inverseSquares(PointPairs pairs) {
    int inputs = pairs.x().columns();
    requireInputs(inputs);
    double[] scales = new double[inputs];
    Arrays.setAll(scales, d -> lengthScales.get(d % lengthScales.size()));
    return Arrays.stream(scales).map(StationaryKernel::inverseSquare).toArray();
  }
}
