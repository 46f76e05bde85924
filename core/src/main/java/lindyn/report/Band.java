package lindyn.report;

import java.util.stream.DoubleStream;

/** The numbers between which a band lies, one pair per place of its line. */
final class Band {

  /** Lies nowhere. */
  static final Band NONE = new Band(new double[0], new double[0]);

  private final double[] low;
  private final double[] high;

  /** Wraps the edges, which nobody may change any more. */
  Band(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /** Returns the number of places; 0 if there is no band. */
  int size() {
    return low.length;
  }

  /** Tells whether the band has a gap at a place. */
  boolean isGap(int i) {
    return !Double.isFinite(low[i]) || !Double.isFinite(high[i]);
  }

  double low(int i) {
    return low[i];
  }

  double high(int i) {
    return high[i];
  }

  DoubleStream edges() {
    return DoubleStream.concat(DoubleStream.of(low), DoubleStream.of(high));
  }
}
