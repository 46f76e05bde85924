package lindyn.inspect;

import java.util.List;

/**
 * Times between rows, over all trajectories.
 *
 * @param periods their statistics
 * @param bands how many of them lie in each of the bands that {@link #LIMITS} bound
 * @param gapCount number of gaps: intervals longer than {@link #GAP} sampling periods
 * @param gaps the longest of them, the longest first
 */
public record Intervals(Periods periods, List<Long> bands, long gapCount, List<Gap> gaps) {

  /** Upper limits of the bands, in sampling periods; the last band has none. */
  public static final List<Double> LIMITS = List.of(0.5, 0.8, 0.95, 1.05, 1.25, 2.0, 5.0);

  /** Intervals longer than this many sampling periods are gaps. */
  public static final double GAP = 5;

  /** Copies the lists. */
  public Intervals {
    bands = List.copyOf(bands);
    gaps = List.copyOf(gaps);
  }

  /**
   * A time without rows.
   *
   * @param trajectory id of the trajectory
   * @param time of the last row before it, in s
   * @param seconds how long it is, in s
   */
  public record Gap(String trajectory, double time, double seconds) {}
}
