package lindyn.gp.kernel;

import java.util.Arrays;
import lindyn.gp.algebra.Matrix;

/**
 * A few points side by side, and their correlations with one other point; for one thread.
 *
 * <p>All arrays start at the strip's first point: the compiler vectorises only loops whose arrays
 * are read and written at one and the same index.
 */
final class Strip {

  /** So many points that loops are long, and so few that their inputs stay in the first cache. */
  static final int LENGTH = 128;

  private final KernelFamily family;
  private final double[] weights;
  private final double[][] x;
  private final double[] r2 = new double[LENGTH];
  private final double[] a = new double[LENGTH];
  private final double[] steps = new double[LENGTH];
  private final double[] decay = new double[LENGTH];
  private int length;

  /**
   * Makes an empty strip.
   *
   * @param weights 1/ℓ², one per input
   */
  Strip(KernelFamily family, double[] weights) {
    this.family = family;
    this.weights = weights;
    x = new double[weights.length][LENGTH];
  }

  /** Takes points of a matrix, from one on: as many as there is room for, at most {@code limit}. */
  void take(Matrix points, int first, int limit) {
    length = Math.min(LENGTH, limit);
    for (int d = 0; d < x.length; d++) {
      System.arraycopy(points.values(), first + d * points.rows(), x[d], 0, length);
    }
  }

  /** Measures how far all points are from one point. */
  void measure(Matrix z, int point) {
    Arrays.fill(r2, 0, length, 0);
    for (int d = 0; d < x.length; d++) {
      addSquares(weights[d], x[d], z.at(point, d), r2, length);
    }
    family.exponents(r2, a, length);
    Decay.of(a, steps, decay, length);
  }

  /** Σ += w (x − z)². */
  private static void addSquares(double weight, double[] x, double z, double[] sums, int length) {
    for (int i = 0; i < length; i++) {
      double difference = x[i] - z;
      sums[i] += weight * (difference * difference);
    }
  }

  /** Returns the number of points. */
  int length() {
    return length;
  }

  /** Returns one input of all points. */
  double[] input(int d) {
    return x[d];
  }

  /** Returns the squared distances, in squared length scales, from the point measured last. */
  double[] squaredDistances() {
    return r2;
  }

  /** Computes the correlations with the point measured last, times a scale. */
  void correlations(double scale, double[] rho) {
    family.correlations(scale, a, decay, rho, length);
  }

  /** Computes {@link KernelFamily#slopes} for the point measured last. */
  void slopes(double[] slopes) {
    family.slopes(a, decay, slopes, length);
  }
}
