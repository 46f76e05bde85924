package lindyn.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.Trajectory;
import lindyn.inspect.Intervals.Gap;

/** Watches when rows were sampled. */
final class Timing implements RowListener {

  private final double period;
  private final PeriodCensus all;
  private final GapCensus gaps = new GapCensus();
  private final long[] bands = new long[Intervals.LIMITS.size() + 1];
  private final List<TrajectorySummary> trajectories = new ArrayList<>();
  private PeriodCensus own;
  private String id = "";

  Timing(double period, long samples) {
    this.period = period;
    this.all = new PeriodCensus(period, samples);
    this.own = all;
  }

  @Override
  public void begin(Trajectory trajectory) {
    id = trajectory.id();
    own = new PeriodCensus(period, trajectory.timeSteps());
  }

  @Override
  public void row(Rows rows) {
    if (rows.timeStep() == 0) {
      return;
    }
    double interval = rows.interval();
    own.add(interval);
    all.add(interval);
    bands[band(interval / period)]++;
    if (interval > Intervals.GAP * period) {
      gaps.add(new Gap(id, rows.time(1), interval));
    }
  }

  private static int band(double periods) {
    int band = 0;
    while (band < Intervals.LIMITS.size() && periods > Intervals.LIMITS.get(band)) {
      band++;
    }
    return band;
  }

  @Override
  public void end(Trajectory trajectory) {
    int last = trajectory.timeSteps() - 1;
    double duration = trajectory.motion().times().at(last) - trajectory.motion().times().at(0);
    trajectories.add(new TrajectorySummary(id, trajectory.timeSteps(), duration, own.periods()));
  }

  List<TrajectorySummary> trajectories() {
    return trajectories;
  }

  Intervals intervals() {
    List<Long> counts = Arrays.stream(bands).boxed().toList();
    return new Intervals(all.periods(), counts, gaps.count(), gaps.longest());
  }
}
