package lindyn.bench.paper;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/** With which power of n a time grows: the slope of the logarithms. */
final class Slope {

  private final SimpleRegression regression = new SimpleRegression();
  private long least = Long.MAX_VALUE;
  private long most;

  /** Adds a measured time; one that is missing or not positive is left out. */
  void add(long n, double seconds) {
    if (seconds > 0) {
      regression.addData(Math.log((double) n), Math.log(seconds));
      least = Math.min(least, n);
      most = Math.max(most, n);
    }
  }

  long count() {
    return regression.getN();
  }

  double value() {
    return regression.getSlope();
  }

  long least() {
    return least;
  }

  long most() {
    return most;
  }
}
