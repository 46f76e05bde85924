package lindyn.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lindyn.inspect.Intervals.Gap;

/** Counts gaps and keeps the longest ones. */
final class GapCensus {

  private static final int KEPT = 10;

  private final List<Gap> gaps = new ArrayList<>();
  private long count;

  void add(Gap gap) {
    count++;
    gaps.add(gap);
    if (gaps.size() >= 4 * KEPT) {
      cut();
    }
  }

  private void cut() {
    gaps.sort(Comparator.comparingDouble(Gap::seconds).reversed());
    if (gaps.size() > KEPT) {
      gaps.subList(KEPT, gaps.size()).clear();
    }
  }

  long count() {
    return count;
  }

  /** Returns the longest gaps, the longest first. */
  List<Gap> longest() {
    cut();
    return List.copyOf(gaps);
  }
}
