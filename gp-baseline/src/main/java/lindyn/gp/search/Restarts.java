package lindyn.gp.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Checks;

/**
 * Ascents from several starts, one after the other, because a function that is worth it uses all
 * processors itself.
 *
 * @param search climbs from one start; its listener hears the sum of the evaluations and the best
 *     value of all ascents
 * @param names of the coordinates, for warnings
 * @param bounds of the coordinates
 */
public record Restarts(BoundedLbfgs search, List<String> names, Bounds bounds) {

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if there is not one per coordinate
   */
  public Restarts {
    names = List.copyOf(names);
    if (names.size() != bounds.dimension()) {
      throw new IllegalArgumentException(
          names.size() + " names for " + bounds.dimension() + " coordinates");
    }
  }

  /**
   * Returns a sensible start and others that are drawn, each place of the ranges being equally
   * probable.
   *
   * @param first the sensible start
   * @param ranges of the others
   * @param count of all starts, at least 1
   */
  public static List<double[]> starts(double[] first, Bounds ranges, int count, long seed) {
    Checks.positive(count, "number of starts");
    var random = new SplittableRandom(seed);
    List<double[]> starts = new ArrayList<>();
    starts.add(first.clone());
    while (starts.size() < count) {
      starts.add(ranges.draw(random));
    }
    return starts;
  }

  /** Climbs from each start without knowing anything of the function. */
  public SearchReport run(Objective objective, List<double[]> starts) {
    return run(objective, starts, Curvature.UNKNOWN);
  }

  /** Climbs from each start with what an ascent of a similar function has learned. */
  public SearchReport run(Objective objective, List<double[]> starts, Curvature curvature) {
    var total = new Total(search.listener());
    List<Restart> restarts = new ArrayList<>();
    for (double[] start : starts) {
      Ascent ascent = search.withListener(total).maximise(objective, bounds, start, curvature);
      total.finish(ascent);
      restarts.add(Restart.of(start, ascent));
    }
    return new SearchReport(names, restarts);
  }

  /** Sums up for a listener. */
  private static final class Total implements SearchListener {

    private final SearchListener listener;
    private int evaluations;
    private double best = Double.NEGATIVE_INFINITY;

    Total(SearchListener listener) {
      this.listener = listener;
    }

    @Override
    public void onEvaluation(int ofThis, double bestOfThis) {
      listener.after(evaluations).onEvaluation(ofThis, Math.max(best, bestOfThis));
    }

    void finish(Ascent ascent) {
      evaluations += ascent.effort().evaluations();
      best = Math.max(best, ascent.end().value());
    }
  }
}
