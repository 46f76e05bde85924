package lindyn;

import java.math.BigDecimal;

/**
 * How a derivative is taken of an evenly sampled, noisy series; h is the sampling period.
 *
 * <p>Where a log has no velocities, qd is derived from q; where it has no accelerations, qdd is
 * derived from qd, measured or not. Plain data; {@code lindyn.log.preparation} computes.
 */
public sealed interface Differentiation extends DerivativeOrigin {

  /** Zero-phase Butterworth at 10 Hz, as the simulated arm is measured with. */
  Differentiation DEFAULT = new ZeroPhaseButterworth(10);

  /**
   * A Butterworth low-pass of order 2, run forwards and backwards, then central differences: x' =
   * (y[t+1] − y[t−1]) / 2h of the filtered y, where the gain is 1/2 at the cut-off and falls with
   * 80 dB per decade above.
   *
   * <p>If qd is derived, qdd is the central difference of it, without a second filter.
   *
   * <p>Delay: none, but each number depends on later samples. Ends: filtered as scipy's {@code
   * filtfilt} does, differences are one-sided; they are less exact for about 1 / (4 cutoffHz).
   *
   * @param cutoffHz cut-off frequency, in Hz; below half the sampling rate
   */
  record ZeroPhaseButterworth(double cutoffHz) implements Differentiation {

    /**
     * Checks the frequency.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ZeroPhaseButterworth {
      Checks.positive(cutoffHz, "cutoffHz");
    }

    @Override
    public String description() {
      return "zero-phase Butterworth filter, order 2, " + number(cutoffHz) + " Hz";
    }
  }

  /**
   * The derivative of a polynomial fitted by least squares to the samples of a window around each
   * sample (Savitzky and Golay 1964).
   *
   * <p>If qd is derived, qdd is the second derivative of the same polynomial. The gain falls to
   * 1/√2 near (order + 1) / (3.2 windowSeconds) Hz (Schafer 2011).
   *
   * <p>Delay: none, but each number depends on half a window of later samples. Ends: the polynomial
   * of the first and of the last window, as scipy's {@code savgol_filter(mode='interp')}; a
   * trajectory shorter than the window is one polynomial.
   *
   * @param windowSeconds length of the window, in s; taken as the nearest odd number of samples
   * @param order order of the polynomial, from 2 to 8; the window needs more samples than that
   */
  record SavitzkyGolay(double windowSeconds, int order) implements Differentiation {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its range
     */
    public SavitzkyGolay {
      Checks.positive(windowSeconds, "windowSeconds");
      Checks.inRange(2, 9, order, "order");
    }

    @Override
    public String description() {
      return "Savitzky-Golay filter, window " + number(windowSeconds) + " s, order " + order;
    }
  }

  /**
   * What a controller would see: a Butterworth low-pass of order 2, forwards only, then backward
   * differences x' = (y[t] − y[t−1]) / h of the filtered y.
   *
   * <p>If qd is derived, it is filtered and differenced in the same way for qdd: one forward pass
   * falls with 40 dB per decade, which two differences would use up.
   *
   * <p>Delay: √2 / (2π cutoffHz) + h/2 for slow motions, 22.5 ms at 10 Hz; twice that for a qdd
   * from a derived qd. Start: as if the robot had rested at its first sample (with its first
   * velocity, if qd is measured), so that the first derivative is 0.
   *
   * @param cutoffHz cut-off frequency, in Hz; below half the sampling rate
   */
  record CausalButterworth(double cutoffHz) implements Differentiation {

    /**
     * Checks the frequency.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public CausalButterworth {
      Checks.positive(cutoffHz, "cutoffHz");
    }

    @Override
    public String description() {
      return "causal Butterworth filter, order 2, " + number(cutoffHz) + " Hz";
    }
  }

  /** Returns all digits that tell a number from others, and no more. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
