package lindyn.inspect;

import org.apache.commons.math3.stat.descriptive.moment.Variance;

/** Gathers statistics of the times between rows. */
final class PeriodCensus {

  private static final int SAMPLE = 16_384;

  private final double longestRegular;
  private final ValueSample sample;
  private final Variance variance = new Variance(false);
  private double regularSum;
  private double shortest = Double.POSITIVE_INFINITY;
  private double longest = Double.NEGATIVE_INFINITY;

  /** Starts without intervals; {@code samples} is how many rows there will be. */
  PeriodCensus(double period, long samples) {
    this.longestRegular = Intervals.GAP * period;
    this.sample = new ValueSample(samples, SAMPLE);
  }

  void add(double interval) {
    sample.offer(interval);
    shortest = Math.min(shortest, interval);
    longest = Math.max(longest, interval);
    if (interval <= longestRegular) {
      variance.increment(interval);
      regularSum += interval;
    }
  }

  Periods periods() {
    if (shortest > longest) {
      return new Periods(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double mean = regularSum / variance.getN();
    double jitter = variance.getN() == 0 ? 0 : Math.sqrt(variance.getResult()) / mean;
    return new Periods(sample.sorted().median(), shortest, longest, jitter);
  }
}
