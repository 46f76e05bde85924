package lindyn.signal;

import lindyn.Checks;

/**
 * The derivative of an evenly sampled series by differences: (x[t+1] − x[t−1]) / (2 ·
 * samplePeriod), exact for parabolas and without delay; the first and the last one are one-sided,
 * exact for lines. The same as numpy's {@code gradient(x, samplePeriod)}.
 */
public final class CentralDifferences {

  private CentralDifferences() {}

  /**
   * Returns the derivative, in O(samples).
   *
   * @param x the series, at least 2 samples
   * @param samplePeriod time between two samples, in s
   * @return a new array of the same length, in the unit of x per s
   * @throws IllegalArgumentException if there are fewer samples, or the period is not positive
   */
  public static double[] derivative(double[] x, double samplePeriod) {
    Checks.atLeast(2, x.length, "number of samples to differentiate");
    Checks.positive(samplePeriod, "samplePeriod");
    int last = x.length - 1;
    double[] derivative = new double[x.length];
    derivative[0] = (x[1] - x[0]) / samplePeriod;
    for (int t = 1; t < last; t++) {
      derivative[t] = (x[t + 1] - x[t - 1]) / (2 * samplePeriod);
    }
    derivative[last] = (x[last] - x[last - 1]) / samplePeriod;
    return derivative;
  }
}
