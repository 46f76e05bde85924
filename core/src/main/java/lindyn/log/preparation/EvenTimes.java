package lindyn.log.preparation;

import java.util.Arrays;
import java.util.Locale;
import lindyn.file.InputFile;
import lindyn.file.RowSink;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** Passes rows on at once, and refuses trajectories whose times are irregular. */
final class EvenTimes implements RowSink {

  /** So many first times show the median; the rest is compared without being kept. */
  private static final int FIRST_TIMES = 1001;

  private final String reason;
  private final RowSink next;
  private final ResizableDoubleArray first = new ResizableDoubleArray(FIRST_TIMES);
  private NamedTrajectory trajectory;
  private long samples;
  private double previous;
  private double median;

  /**
   * Takes where the rows go.
   *
   * @param reason why even times are needed, for the error
   */
  EvenTimes(InputFile file, String reason, RowSink next) {
    this.trajectory = new NamedTrajectory(file, "");
    this.reason = reason;
    this.next = next;
  }

  /** Returns the median interval of at least two times, in s. */
  static double medianInterval(double[] times) {
    double[] intervals = new double[times.length - 1];
    Arrays.setAll(intervals, i -> times[i + 1] - times[i]);
    Arrays.sort(intervals);
    return intervals[intervals.length / 2];
  }

  @Override
  public void begin(String newId) {
    trajectory = new NamedTrajectory(trajectory.file(), newId);
    samples = 0;
    first.clear();
    next.begin(newId);
  }

  @Override
  public void add(double time, float[] numbers) {
    samples++;
    if (samples <= FIRST_TIMES) {
      first.addElement(time);
      if (samples == FIRST_TIMES) {
        checkFirst();
      }
    } else {
      check(samples, previous, time);
    }
    previous = time;
    next.add(time, numbers);
  }

  @Override
  public void end() {
    if (samples > 1 && samples < FIRST_TIMES) {
      checkFirst();
    }
    next.end();
  }

  private void checkFirst() {
    double[] times = first.getElements();
    median = medianInterval(times);
    for (int i = 1; i < times.length; i++) {
      check(i + 1L, times[i - 1], times[i]);
    }
  }

  private void check(long sample, double before, double time) {
    if (Math.abs(time - before - median) > IrregularTimes.TOLERANCE * median) {
      throw trajectory.error(
          String.format(
              Locale.ROOT,
              ", sample %d at t = %s s is %s s after the one before, but the median"
                  + " is %s s; expected even times (within %.0f %%), %s; give --irregular resample"
                  + " or repair the times",
              sample,
              ShortNumber.ofTime(time),
              ShortNumber.of(time - before),
              ShortNumber.of(median),
              100 * IrregularTimes.TOLERANCE,
              reason));
    }
  }
}
