package lindyn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.inspect.Finding.Evidence;
import lindyn.inspect.Intervals.Gap;

/**
 * Findings that the times of the rows show alone.
 *
 * @param intervals times between rows
 * @param trajectories the trajectories
 */
record TimingFindings(Intervals intervals, List<TrajectorySummary> trajectories) {

  /** 10 and 12 ms in turn are 9 %; the clock of a usual computer stays below 2 %. */
  private static final double IRREGULAR = 0.05;

  /** Fewer rows than this say nothing of a motion; the paper's window alone is 20. */
  private static final int SHORT = 50;

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    if (intervals.periods().jitter() > IRREGULAR) {
      findings.add(irregular(intervals.periods()));
    }
    if (intervals.gapCount() > 0) {
      findings.add(gaps());
    }
    List<Evidence> brief =
        trajectories.stream()
            .filter(t -> t.samples() < SHORT)
            .map(t -> new Evidence(t.id(), t.samples()))
            .toList();
    if (!brief.isEmpty()) {
      String sentence =
          String.format(
              Locale.ROOT,
              "%d of %d trajectories ha%s fewer than %d samples: %s",
              brief.size(),
              trajectories.size(),
              brief.size() == 1 ? "s" : "ve",
              SHORT,
              Finding.names(brief));
      findings.add(new Finding(Kind.SHORT, brief, sentence));
    }
    return findings;
  }

  private static Finding irregular(Periods periods) {
    String sentence =
        String.format(
            Locale.ROOT,
            "the time between rows varies by %.0f %%: median %.4g s, from %.4g to %.4g s",
            100 * periods.jitter(),
            periods.median(),
            periods.shortest(),
            periods.longest());
    return new Finding(Kind.IRREGULAR, List.of(new Evidence("t", periods.jitter())), sentence);
  }

  private Finding gaps() {
    Gap worst = intervals.gaps().get(0);
    List<Evidence> evidence =
        intervals.gaps().stream()
            .map(Gap::trajectory)
            .distinct()
            .map(id -> new Evidence(id, longestIn(id)))
            .toList();
    String sentence =
        String.format(
            Locale.ROOT,
            "%,d gap%s of more than %.0f sampling periods; the longest is %.4g s, in trajectory %s"
                + " after t = %.4g s",
            intervals.gapCount(),
            intervals.gapCount() == 1 ? "" : "s",
            Intervals.GAP,
            worst.seconds(),
            worst.trajectory(),
            worst.time());
    return new Finding(Kind.GAPS, evidence, sentence);
  }

  private double longestIn(String trajectory) {
    return intervals.gaps().stream()
        .filter(gap -> gap.trajectory().equals(trajectory))
        .mapToDouble(Gap::seconds)
        .max()
        .orElseThrow();
  }
}
