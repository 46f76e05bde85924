package lindyn.log.preparation;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.analysis.interpolation.AkimaSplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.jspecify.annotations.Nullable;

/** New, even times for one trajectory, from its first sample on, and the numbers there. */
final class Resampling implements TimeAxis {

  /** Parts of a period by which a time may miss a sample's and still be the same, by rounding. */
  private static final double SAME_TIME = 1e-6;

  /** A spline of the library holds an object per interval, so it is made in pieces. */
  private static final int PIECE = 4096;

  /** Akima's slope at a sample depends on two samples on either side; the library wants five. */
  private static final int NEIGHBOURS = 2;

  private final double[] times;
  private final double period;
  private final int[] intervals;

  /**
   * Finds each new time among the measured ones.
   *
   * @param times increasing, at least two, in s
   * @param period the new sampling period, in s
   * @param maxGap the longest interval that is filled, in new periods
   * @throws lindyn.InputException if an interval is longer, or the new times are too many
   */
  Resampling(double[] times, double period, double maxGap, NamedTrajectory trajectory) {
    this.times = times;
    this.period = period;
    requireNoGap(maxGap, trajectory);
    double periods = Math.floor((times[times.length - 1] - times[0]) / period + SAME_TIME);
    if (periods >= PreparedRows.MOST_ROWS) {
      throw trajectory.error(
          String.format(
              Locale.ROOT,
              " would get %.3g samples, expected at most %d; give a longer --resample-period",
              periods,
              PreparedRows.MOST_ROWS));
    }
    intervals = new int[(int) periods + 1];
    int interval = 0;
    for (int i = 0; i < intervals.length; i++) {
      while (interval < times.length - 2 && time(i) >= times[interval + 1]) {
        interval++;
      }
      intervals[i] = interval;
    }
  }

  private void requireNoGap(double maxGap, NamedTrajectory trajectory) {
    for (int i = 1; i < times.length; i++) {
      double gap = times[i] - times[i - 1];
      if (gap > (maxGap + SAME_TIME) * period) {
        throw trajectory.error(
            String.format(
                ", sample %d at t = %s s comes after a gap of %s s, %s periods of %s s; filling"
                    + " it would invent data; end the trajectory there and begin another, or give a"
                    + " larger --max-gap than %s",
                i + 1,
                ShortNumber.ofTime(times[i]),
                ShortNumber.of(gap),
                ShortNumber.of(gap / period),
                ShortNumber.of(period),
                ShortNumber.of(maxGap)));
      }
    }
  }

  @Override
  public int size() {
    return intervals.length;
  }

  @Override
  public double time(int i) {
    return times[0] + i * period;
  }

  @Override
  public double period() {
    return period;
  }

  @Override
  public double[] linear(double[] x) {
    double[] resampled = new double[size()];
    for (int i = 0; i < resampled.length; i++) {
      int before = intervals[i];
      double part = (time(i) - times[before]) / (times[before + 1] - times[before]);
      resampled[i] = atSample(x, i, x[before] + part * (x[before + 1] - x[before]));
    }
    return resampled;
  }

  /** {@inheritDoc} An Akima spline, or straight lines through fewer than five samples. */
  @Override
  public double[] cubic(double[] x) {
    if (x.length < 2 * NEIGHBOURS + 1) {
      return linear(x);
    }
    double[] resampled = new double[size()];
    int end = 0;
    @Nullable PolynomialSplineFunction spline = null;
    for (int i = 0; i < resampled.length; i++) {
      if (spline == null || intervals[i] >= end) {
        end = Math.min(intervals[i] + PIECE, times.length - 1);
        spline = spline(x, intervals[i], end);
      }
      // Rounding may put the last new time behind the last sample.
      resampled[i] = atSample(x, i, spline.value(Math.min(time(i), times[times.length - 1])));
    }
    return resampled;
  }

  /** Returns the spline between two samples, as it is in a spline through all. */
  private PolynomialSplineFunction spline(double[] x, int from, int to) {
    int last = Math.min(to + NEIGHBOURS, times.length - 1);
    int first = Math.max(Math.min(from - NEIGHBOURS, last - 2 * NEIGHBOURS), 0);
    return new AkimaSplineInterpolator()
        .interpolate(
            Arrays.copyOfRange(times, first, last + 1), Arrays.copyOfRange(x, first, last + 1));
  }

  private double atSample(double[] x, int i, double between) {
    int before = intervals[i];
    if (isSame(time(i), times[before])) {
      return x[before];
    }
    return isSame(time(i), times[before + 1]) ? x[before + 1] : between;
  }

  private boolean isSame(double time, double sampled) {
    return Math.abs(time - sampled) <= SAME_TIME * period;
  }
}
