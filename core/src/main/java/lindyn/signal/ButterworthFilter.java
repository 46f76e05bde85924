package lindyn.signal;

import java.util.Arrays;
import java.util.Locale;
import lindyn.Checks;

/**
 * A Butterworth low-pass filter of order 2, with gain 1 for a constant; immutable.
 *
 * <p>The analogue filter 1 / (1 + √2 s + s²) becomes digital by the bilinear transform, its cut-off
 * pre-warped: with K = tan(π · cutoffHz · samplePeriod) and D = 1 + √2 K + K², b = [K², 2K², K²] /
 * D and a = [1, 2(K² − 1) / D, (1 − √2 K + K²) / D] (Oppenheim and Schafer, Discrete-Time Signal
 * Processing, section 7.2). The same as scipy's {@code butter(2, cutoffHz, fs=1/samplePeriod)}.
 */
public final class ButterworthFilter {

  /** What scipy's filtfilt adds at each end: three times the number of coefficients. */
  private static final int PADDING = 9;

  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;

  private ButterworthFilter(double k) {
    double d = 1 + Math.sqrt(2) * k + k * k;
    b0 = k * k / d;
    b1 = 2 * b0;
    b2 = b0;
    a1 = 2 * (k * k - 1) / d;
    a2 = (1 - Math.sqrt(2) * k + k * k) / d;
  }

  /**
   * Returns the filter that halves the power at the cut-off frequency.
   *
   * @param cutoffHz cut-off frequency, in Hz
   * @param samplePeriod time between two samples, in s
   * @throws IllegalArgumentException if the period is not positive, or the cut-off is not above 0
   *     and below half the sampling rate
   */
  public static ButterworthFilter lowPass(double cutoffHz, double samplePeriod) {
    Checks.positive(samplePeriod, "samplePeriod");
    Checks.positive(cutoffHz, "cutoffHz");
    double nyquist = 0.5 / samplePeriod;
    if (!(cutoffHz < nyquist)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cutoffHz must be below half the sampling rate, %s Hz, got %s",
              nyquist,
              cutoffHz));
    }
    return new ButterworthFilter(StrictMath.tan(Math.PI * cutoffHz * samplePeriod));
  }

  /**
   * Filters forwards and backwards, so that nothing is delayed and the gain is squared: half at the
   * cut-off. Cost: O(samples).
   *
   * <p>As scipy's {@code filtfilt}: before filtering, each end is continued by 9 samples that are
   * the series turned by 180° about its end, and each pass starts as if its first number had lasted
   * for ever. A series of up to 9 samples is continued by one sample less than it has, where scipy
   * refuses it. Within about 1 / (4 cutoffHz) of an end the numbers lean on that guess.
   *
   * @param x the series; may be empty
   * @return a new array of the same length
   */
  public double[] zeroPhase(double[] x) {
    if (x.length == 0) {
      return new double[0];
    }
    int padding = Math.min(PADDING, x.length - 1);
    double[] y = reversed(causal(reversed(causal(extended(x, padding)))));
    return Arrays.copyOfRange(y, padding, padding + x.length);
  }

  private static double[] extended(double[] x, int padding) {
    int last = x.length - 1;
    double[] y = new double[x.length + 2 * padding];
    System.arraycopy(x, 0, y, padding, x.length);
    for (int i = 1; i <= padding; i++) {
      y[padding - i] = 2 * x[0] - x[i];
      y[padding + last + i] = 2 * x[last] - x[last - i];
    }
    return y;
  }

  private static double[] reversed(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[x.length - 1 - i];
    }
    return y;
  }

  /**
   * Filters forwards only: sample t sees samples 0..t. Slow signals are delayed by samplePeriod /
   * (√2 K), about √2 / (2π cutoffHz). Cost: O(samples).
   *
   * <p>As scipy's {@code lfilter} with the initial conditions {@code lfilter_zi(b, a) * x[0]}: as
   * if the first number had lasted for ever.
   *
   * @param x the series; may be empty
   * @return a new array of the same length
   */
  public double[] causal(double[] x) {
    double[] y = new double[x.length];
    if (x.length == 0) {
      return y;
    }
    State state = startingAt(x[0]);
    for (int i = 0; i < y.length; i++) {
      y[i] = state.next(x[i]);
    }
    return y;
  }

  /** Returns the memory of the filter after an endless constant. */
  State startingAt(double constant) {
    return new State(constant);
  }

  /** What one causal filtering remembers of the samples so far (transposed direct form II). */
  final class State {

    private double z1;
    private double z2;

    private State(double constant) {
      restart(constant);
    }

    /** Forgets all samples and starts as if a constant had lasted for ever. */
    void restart(double constant) {
      z1 = (1 - b0) * constant;
      z2 = (b2 - a2) * constant;
    }

    /** Filters the next sample. */
    double next(double x) {
      double y = b0 * x + z1;
      z1 = b1 * x - a1 * y + z2;
      z2 = b2 * x - a2 * y;
      return y;
    }
  }
}
