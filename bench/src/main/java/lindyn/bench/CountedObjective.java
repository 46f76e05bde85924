package lindyn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import lindyn.gp.search.Objective;

/**
 * Keeps the value of every evaluation. Asked again for the place before, as optimisers do that ask
 * for value and gradient apart, it does not evaluate again.
 */
final class CountedObjective implements Objective {

  private final Objective objective;
  private final List<Double> values = new ArrayList<>();
  private double[] lastPlace = {};
  private Value last = new Value(Double.NEGATIVE_INFINITY, lastPlace);

  CountedObjective(Objective objective) {
    this.objective = objective;
  }

  @Override
  public Value at(double[] theta) {
    if (!Arrays.equals(theta, lastPlace)) {
      lastPlace = theta.clone();
      last = objective.at(theta);
      values.add(last.value());
    }
    return last;
  }

  int evaluations() {
    return values.size();
  }

  double best() {
    return values.stream().max(Double::compare).orElse(Double.NEGATIVE_INFINITY);
  }

  /** Returns the number of the first evaluation that reached a value. */
  OptionalInt reached(double value) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) >= value) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
