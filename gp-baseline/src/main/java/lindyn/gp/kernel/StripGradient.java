package lindyn.gp.kernel;

import lindyn.gp.algebra.Matrix;

/**
 * Sums of weighted derivatives, kept apart for each point of a strip until the end, so that every
 * loop runs along the strip; for one thread.
 */
final class StripGradient {

  private final Strip strip;
  private final double[] values = new double[Strip.LENGTH];
  private final double[] weights = new double[Strip.LENGTH];
  private final double[] byVariance = new double[Strip.LENGTH];
  private final double[][] byLengthScale;

  StripGradient(Strip strip, int lengthScales) {
    this.strip = strip;
    byLengthScale = new double[lengthScales][Strip.LENGTH];
  }

  /**
   * Adds what the strip's points and one other point contribute.
   *
   * @param weight w, one per point of the strip, from {@code first} on
   */
  void add(Matrix z, int point, double[] weight, int first) {
    int length = strip.length();
    System.arraycopy(weight, first, weights, 0, length);
    strip.measure(z, point);
    strip.correlations(1, values);
    addProducts(weights, values, byVariance, length);
    strip.slopes(values);
    multiply(weights, values, length);
    if (byLengthScale.length == 1) { // also right for one input with its own length scale
      addProducts(values, strip.squaredDistances(), byLengthScale[0], length);
      return;
    }
    for (int d = 0; d < z.columns(); d++) {
      addSquares(values, strip.input(d), z.at(point, d), sumsOf(d), length);
    }
  }

  private double[] sumsOf(int input) {
    return byLengthScale[input % byLengthScale.length];
  }

  private static void multiply(double[] factors, double[] values, int length) {
    for (int i = 0; i < length; i++) {
      values[i] *= factors[i];
    }
  }

  private static void addProducts(double[] u, double[] v, double[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += u[i] * v[i];
    }
  }

  private static void addSquares(
      double[] factors, double[] x, double z, double[] sums, int length) {
    for (int i = 0; i < length; i++) {
      double difference = x[i] - z;
      sums[i] += factors[i] * (difference * difference);
    }
  }

  /** Returns Σ w ρ. */
  double byVariance() {
    return sum(byVariance);
  }

  /**
   * Returns Σ w slope (x_d − x'_d)², over all inputs that have the length scale, which the caller
   * divides by its square; of an isotropic kernel Σ w slope r², which is divided already.
   */
  double byLengthScale(int d) {
    return sum(byLengthScale[d]);
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
