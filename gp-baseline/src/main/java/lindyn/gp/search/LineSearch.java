package lindyn.gp.search;

import java.util.Arrays;
import java.util.Optional;

/**
 * Looks along a line for a place that satisfies the strong Wolfe conditions (Nocedal and Wright
 * 2006, algorithms 3.5 and 3.6): the value gains a little of what the slope promises, and the slope
 * is a little flatter, or the line ends. The first trial is the whole step. Where the function does
 * not exist it is worse than anywhere.
 */
final class LineSearch {

  private static final double SUFFICIENT = 1e-4;
  private static final double FLATTENED = 0.9;
  private static final int MOST_TRIALS = 20;

  /** A promised gain below this part of the value is rounding. */
  private static final double ROUNDING = 1e-13;

  private final Evaluations evaluations;
  private final Bounds bounds;
  private final Place from;
  private final double[] step;
  private final double slope;

  LineSearch(Evaluations evaluations, Bounds bounds, Place from, double[] step) {
    this.evaluations = evaluations;
    this.bounds = bounds;
    this.from = from;
    this.step = step;
    slope = from.slope(step);
  }

  /**
   * Searches.
   *
   * @param longest end of the line, in steps, at least 1
   * @return the best place, if one is better than where the line starts
   */
  Optional<Place> search(double longest) {
    var bracket = new Bracket(new Bracket.Trial(0, from, slope));
    double t = 1;
    for (int i = 0; i < MOST_TRIALS && !evaluations.exhausted() && promisesGain(t); i++) {
      Bracket.Trial trial = trial(t);
      if (trial.value() < from.value() + SUFFICIENT * t * slope
          || trial.value() < bracket.best().value()) {
        bracket.overshot(trial);
      } else if (Math.abs(trial.slope()) <= FLATTENED * slope
          || (!bracket.closed() && trial.slope() > 0 && t >= longest)) {
        return Optional.of(trial.place());
      } else {
        bracket.improved(trial);
      }
      t = bracket.next(longest);
    }
    return Optional.of(bracket.best().place()).filter(place -> place != from);
  }

  private boolean promisesGain(double t) {
    return t * slope > ROUNDING * Math.abs(from.value());
  }

  private Bracket.Trial trial(double t) {
    double[] coordinates = from.coordinates();
    Arrays.setAll(coordinates, i -> coordinates[i] + t * step[i]);
    Place place = evaluations.at(bounds.nearest(coordinates));
    return new Bracket.Trial(t, place, place.slope(step));
  }
}
