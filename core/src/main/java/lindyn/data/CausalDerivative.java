package lindyn.data;

/** The causal derivative of one series, sample by sample: low-pass, then backward difference. */
final class CausalDerivative {

  private final double samplePeriod;
  private final ButterworthFilter.State filter;
  private double previous;
  private boolean started;

  CausalDerivative(ButterworthFilter lowPass, double samplePeriod) {
    this.samplePeriod = samplePeriod;
    this.filter = lowPass.startingAt(0);
  }

  /** Forgets all samples. */
  void reset() {
    started = false;
  }

  /** Takes the next sample and returns the derivative there; 0 at the first. */
  double next(double x) {
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
