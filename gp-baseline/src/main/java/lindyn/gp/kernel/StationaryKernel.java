package lindyn.gp.kernel;

import java.util.List;
import lindyn.Checks;
import lindyn.gp.algebra.Matrix;

/**
 * A covariance function k(x, x') = σ_f² ρ(r), r² = Σ (x_d − x'_d)² / ℓ_d², positive semidefinite;
 * immutable.
 *
 * @param family the correlation ρ
 * @param signalVariance σ_f², in squared units of the target
 * @param lengthScales ℓ, in units of the standardised inputs: one for all inputs (isotropic), or
 *     one for each (automatic relevance determination)
 */
public record StationaryKernel(
    KernelFamily family, double signalVariance, List<Double> lengthScales) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive and finite, or there is no
   *     length scale
   */
  public StationaryKernel {
    lengthScales = List.copyOf(lengthScales);
    Checks.positive(signalVariance, "signalVariance");
    Checks.positive(lengthScales.size(), "number of length scales");
    lengthScales.forEach(lengthScale -> Checks.positive(lengthScale, "lengthScale"));
  }

  /** Returns the number of hyper-parameters: the signal variance and the length scales. */
  public int hyperparameters() {
    return 1 + lengthScales.size();
  }

  /**
   * Computes the covariances of pairs of points.
   *
   * @param target receives k(x_i, z_j), shape {@code [points of x, points of z]}
   */
  public void fill(PointPairs pairs, Matrix target) {
    for (int j = 0; j < target.columns(); j++) {
      for (int i = 0; i < target.rows(); i++) {
        target.set(i, j, signalVariance * family.correlation(squaredDistance(pairs, i, j)));
      }
    }
  }

  /**
   * Adds the weighted derivatives of the covariances of pairs of points by the logarithms of the
   * hyper-parameters.
   *
   * @param weights w_ij, shape {@code [points of x, points of z]}
   * @param gradient Σ w_ij ∂k(x_i, z_j) is added to it: first by log σ_f², then by each log ℓ
   */
  public void addGradient(PointPairs pairs, Matrix weights, double[] gradient) {
    for (int j = 0; j < weights.columns(); j++) {
      for (int i = 0; i < weights.rows(); i++) {
        double r2 = squaredDistance(pairs, i, j);
        gradient[0] += weights.at(i, j) * signalVariance * family.correlation(r2);
        double slope = weights.at(i, j) * signalVariance * family.slope(r2);
        for (int d = 0; d < pairs.x().columns(); d++) {
          double distance = distance(pairs, i, j, d);
          gradient[1 + Math.min(d, lengthScales.size() - 1)] += slope * distance * distance;
        }
      }
    }
  }

  private double squaredDistance(PointPairs pairs, int i, int j) {
    double sum = 0;
    for (int d = 0; d < pairs.x().columns(); d++) {
      double distance = distance(pairs, i, j, d);
      sum += distance * distance;
    }
    return sum;
  }

  private double distance(PointPairs pairs, int i, int j, int d) {
    double difference = pairs.x().at(pairs.firstX() + i, d) - pairs.z().at(pairs.firstZ() + j, d);
    return difference / lengthScales.get(Math.min(d, lengthScales.size() - 1));
  }
}
