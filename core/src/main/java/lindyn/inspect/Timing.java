package lindyn.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lindyn.Trajectory;
import lindyn.inspect.Finding.Evidence;
import lindyn.inspect.Intervals.Gap;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/** Watches when rows were sampled. */
final class Timing implements RowListener {

  private static final int WORST_GAPS = 10;
  private static final int SAMPLE = 4_096;

  /** 10 and 12 ms in turn are 9 %; the clock of a usual computer stays below 2 %. */
  private static final double IRREGULAR = 0.05;

  /** Fewer rows than this say nothing of a motion; the paper's window alone is 20. */
  private static final int SHORT = 50;

  private final double period;
  private final List<TrajectorySummary> trajectories = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final long[] bands = new long[Intervals.LIMITS.size() + 1];
  private final Variance regular = new Variance(false);
  private double regularSum;
  private double shortest = Double.NaN;
  private double longest = Double.NaN;
  private long gapCount;
  private long samples;
  private Intake intake = new Intake(0);

  Timing(double period) {
    this.period = period;
  }

  @Override
  public void begin(Trajectory trajectory) {
    intake = new Intake(trajectory.timeSteps());
  }

  @Override
  public void row(Rows rows) {
    samples++;
    if (rows.timeStep() == 0) {
      return;
    }
    double interval = rows.interval();
    intake.add(interval);
    shortest = Double.isNaN(shortest) ? interval : Math.min(shortest, interval);
    longest = Double.isNaN(longest) ? interval : Math.max(longest, interval);
    bands[band(interval / period)]++;
    if (interval <= Intervals.GAP * period) {
      regular.increment(interval);
      regularSum += interval;
    } else {
      intake.addGap(rows.time(1), interval);
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
    double duration =
        trajectory.motion().times().at(trajectory.timeSteps() - 1)
            - trajectory.motion().times().at(0);
    trajectories.add(intake.summary(trajectory, duration));
    intake.gaps.forEach(gap -> gaps.add(new Gap(trajectory.id(), gap.time(), gap.seconds())));
    gapCount += intake.gapCount;
    gaps.sort(Comparator.comparingDouble(Gap::seconds).reversed());
    while (gaps.size() > WORST_GAPS) {
      gaps.remove(gaps.size() - 1);
    }
  }

  long samples() {
    return samples;
  }

  List<TrajectorySummary> trajectories() {
    return trajectories;
  }

  Intervals intervals() {
    long count = Arrays.stream(bands).sum();
    double jitter =
        regular.getN() == 0
            ? Double.NaN
            : Math.sqrt(regular.getResult()) * regular.getN() / regularSum;
    List<Long> counts = Arrays.stream(bands).boxed().toList();
    return new Intervals(count, period, shortest, longest, jitter, counts, gapCount, gaps);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Intervals intervals = intervals();
    if (intervals.jitter() > IRREGULAR) {
      findings.add(irregular(intervals));
    }
    if (gapCount > 0) {
      findings.add(gaps(gapCount));
    }
    List<Evidence> brief =
        trajectories.stream()
            .filter(t -> t.samples() < SHORT)
            .map(t -> new Evidence(t.id(), t.samples()))
            .toList();
    if (!brief.isEmpty()) {
      String sentence =
          String.format(
              "%d of %d trajectories have fewer than %d samples: %s",
              brief.size(), trajectories.size(), SHORT, Finding.names(brief));
      findings.add(new Finding(Kind.SHORT, brief, sentence));
    }
    return findings;
  }

  private static Finding irregular(Intervals intervals) {
    String sentence =
        String.format(
            Locale.ROOT,
            "the time between rows varies by %.0f %%: median %.4g s, from %.4g to %.4g s",
            100 * intervals.jitter(),
            intervals.period(),
            intervals.shortest(),
            intervals.longest());
    return new Finding(Kind.IRREGULAR, List.of(new Evidence("t", intervals.jitter())), sentence);
  }

  private Finding gaps(long count) {
    Gap worst = gaps.get(0);
    List<Evidence> longestOfEach =
        gaps.stream().map(Gap::trajectory).distinct().map(this::longestGapOf).toList();
    String sentence =
        String.format(
            Locale.ROOT,
            "%,d gap%s of more than %.0f sampling periods; the longest is %.4g s in trajectory %s"
                + " after t = %.4g s",
            count,
            count == 1 ? "" : "s",
            Intervals.GAP,
            worst.seconds(),
            worst.trajectory(),
            worst.time());
    return new Finding(Kind.GAPS, longestOfEach, sentence);
  }

  private Evidence longestGapOf(String trajectory) {
    double seconds =
        gaps.stream()
            .filter(gap -> gap.trajectory().equals(trajectory))
            .mapToDouble(Gap::seconds)
            .max()
            .orElseThrow();
    return new Evidence(trajectory, seconds);
  }

  /** The intervals of one trajectory. */
  private static final class Intake {

    private record Missing(double time, double seconds) {}

    private final ValueSample intervals;
    private final Variance variance = new Variance(false);
    private final List<Missing> gaps = new ArrayList<>();
    private double longest = Double.NaN;
    private long gapCount;

    Intake(int timeSteps) {
      intervals = new ValueSample(timeSteps, SAMPLE);
    }

    void add(double interval) {
      intervals.offer(interval);
      variance.increment(interval);
      longest = Double.isNaN(longest) ? interval : Math.max(longest, interval);
    }

    void addGap(double time, double seconds) {
      gapCount++;
      gaps.add(new Missing(time, seconds));
      if (gaps.size() > 2 * WORST_GAPS) {
        gaps.sort(Comparator.comparingDouble(Missing::seconds).reversed());
        gaps.subList(WORST_GAPS, gaps.size()).clear();
      }
    }

    TrajectorySummary summary(Trajectory trajectory, double duration) {
      double jitter = variance.getN() == 0 ? Double.NaN : Math.sqrt(variance.getResult());
      return new TrajectorySummary(
          trajectory.id(),
          trajectory.timeSteps(),
          duration,
          intervals.sorted().median(),
          longest,
          jitter);
    }
  }
}
