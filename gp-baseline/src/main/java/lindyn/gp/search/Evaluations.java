package lindyn.gp.search;

import java.util.Arrays;

/** Evaluates a function a limited number of times; what is not finite does not exist. */
final class Evaluations {

  private final Objective objective;
  private final int most;
  private final SearchListener listener;
  private int count;
  private double best = Double.NEGATIVE_INFINITY;

  Evaluations(Objective objective, int most, SearchListener listener) {
    this.objective = objective;
    this.most = most;
    this.listener = listener;
  }

  int count() {
    return count;
  }

  boolean exhausted() {
    return count >= most;
  }

  Place at(double[] coordinates) {
    Objective.Value value = objective.at(coordinates.clone());
    if (value.gradient().length != coordinates.length) {
      throw new IllegalArgumentException(
          "objective of %d coordinates returned %d derivatives"
              .formatted(coordinates.length, value.gradient().length));
    }
    count++;
    boolean exists =
        Double.isFinite(value.value())
            && Arrays.stream(value.gradient()).allMatch(Double::isFinite);
    Place place =
        exists
            ? new Place(coordinates, value.value(), value.gradient())
            : new Place(coordinates, Double.NEGATIVE_INFINITY, new double[coordinates.length]);
    best = Math.max(best, place.value());
    listener.onEvaluation(count, best);
    return place;
  }
}
