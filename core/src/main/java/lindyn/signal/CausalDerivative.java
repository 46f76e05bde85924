package lindyn.signal;

/** The causal derivative of one series, sample by sample: low-pass, then backward difference. */
public final class CausalDerivative {

  private final double samplePeriod;
  private final ButterworthFilter.State filter;
  private double previous;
  private boolean started;

  /**
   * Starts before the first sample.
   *
   * @param lowPass what the samples pass first
   * @param samplePeriod time between two samples, in s
   */
  public CausalDerivative(ButterworthFilter lowPass, double samplePeriod) {
    this.samplePeriod = samplePeriod;
    this.filter = lowPass.startingAt(0);
  }

  /** Forgets all samples. */
  void reset() {
    started = false;
  }

  /** Takes the next sample and returns the derivative there; 0 at the first. */
  public double next(double x) {
    if (!started) {
      started = true;
      filter.restart(x);
      previous = filter.next(x);
      return 0; // exactly, where the difference would be rounding
    }
    double filtered = filter.next(x);
    double derivative = (filtered - previous) / samplePeriod;
    previous = filtered;
    return derivative;
  }
}
