package lindyn.log.preparation;

import java.util.Locale;
import lindyn.Differentiation;
import lindyn.signal.ButterworthFilter;
import lindyn.signal.CausalDerivative;
import lindyn.signal.CentralDifferences;
import lindyn.signal.SavitzkyGolayFilter;

/** Takes the derivatives of one evenly sampled series, as a {@link Differentiation} says. */
interface Differentiator {

  /** Returns the first derivative of a series of at least two samples. */
  double[] first(double[] x);

  /** Returns the second derivative of a series, given its first one. */
  double[] second(double[] x, double[] first);

  /**
   * Makes the one that is asked for.
   *
   * @throws lindyn.InputException if it does not suit the sampling period
   */
  static Differentiator of(
      Differentiation differentiation, double samplePeriod, NamedTrajectory trajectory) {
    if (differentiation instanceof Differentiation.SavitzkyGolay polynomial) {
      int window = window(polynomial, samplePeriod, trajectory);
      return new LocalPolynomial(new SavitzkyGolayFilter(window, polynomial.order(), samplePeriod));
    }
    if (differentiation instanceof Differentiation.ZeroPhaseButterworth zeroPhase) {
      return new ZeroPhase(lowPass(zeroPhase.cutoffHz(), samplePeriod, trajectory), samplePeriod);
    }
    double cutoff = ((Differentiation.CausalButterworth) differentiation).cutoffHz();
    return new Causal(lowPass(cutoff, samplePeriod, trajectory), samplePeriod);
  }

  private static ButterworthFilter lowPass(
      double cutoffHz, double samplePeriod, NamedTrajectory trajectory) {
    if (!(cutoffHz < 0.5 / samplePeriod)) {
      throw trajectory.error(
          String.format(
              " has one sample every %s s, which shows nothing above %s Hz, but qd or qdd are"
                  + " to be derived with a cut-off of %s Hz; give a lower --cutoff",
              ShortNumber.of(samplePeriod),
              ShortNumber.of(0.5 / samplePeriod),
              ShortNumber.of(cutoffHz)));
    }
    return ButterworthFilter.lowPass(cutoffHz, samplePeriod);
  }

  private static int window(
      Differentiation.SavitzkyGolay polynomial, double samplePeriod, NamedTrajectory trajectory) {
    double samples = 2 * Math.rint((polynomial.windowSeconds() / samplePeriod - 1) / 2) + 1;
    if (samples <= polynomial.order()) {
      throw trajectory.error(
          String.format(
              Locale.ROOT,
              " has one sample every %s s, so a window of %s s holds %.0f samples, but"
                  + " polynomials of order %d need more samples than that; give a longer"
                  + " --smoothing-window",
              ShortNumber.of(samplePeriod),
              ShortNumber.of(polynomial.windowSeconds()),
              Math.max(samples, 1),
              polynomial.order()));
    }
    return (int) Math.min(samples, Integer.MAX_VALUE); // which is odd
  }

  /** The definition of {@link Differentiation.ZeroPhaseButterworth}. */
  record ZeroPhase(ButterworthFilter lowPass, double samplePeriod) implements Differentiator {

    @Override
    public double[] first(double[] x) {
      return CentralDifferences.derivative(lowPass.zeroPhase(x), samplePeriod);
    }

    @Override
    public double[] second(double[] x, double[] first) {
      return CentralDifferences.derivative(first, samplePeriod);
    }
  }

  /** The definition of {@link Differentiation.SavitzkyGolay}. */
  record LocalPolynomial(SavitzkyGolayFilter filter) implements Differentiator {

    @Override
    public double[] first(double[] x) {
      return filter.derivative(x, 1);
    }

    @Override
    public double[] second(double[] x, double[] first) {
      return filter.derivative(x, 2);
    }
  }

  /** The definition of {@link Differentiation.CausalButterworth}. */
  record Causal(ButterworthFilter lowPass, double samplePeriod) implements Differentiator {

    @Override
    public double[] first(double[] x) {
      var derivative = new CausalDerivative(lowPass, samplePeriod);
      double[] all = new double[x.length];
      for (int t = 0; t < all.length; t++) {
        all[t] = derivative.next(x[t]);
      }
      return all;
    }

    @Override
    public double[] second(double[] x, double[] first) {
      return first(first);
    }
  }
}
