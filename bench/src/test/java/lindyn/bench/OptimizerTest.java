package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lindyn.gp.search.Bounds;
import lindyn.gp.search.Objective;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {

  private static final Bounds BOUNDS =
      new Bounds(new double[] {-5, -5, -5}, new double[] {5, 5, 5});

  /** −½ Σ (i + 1) (x_i − i)², which does not exist beyond 4.5. */
  private static Objective.Value bowl(double[] x) {
    double[] gradient = new double[x.length];
    double value = 0;
    for (int i = 0; i < x.length; i++) {
      value -= 0.5 * (i + 1) * (x[i] - i) * (x[i] - i);
      gradient[i] = -(i + 1) * (x[i] - i);
    }
    return new Objective.Value(x[0] > 4.5 ? Double.NEGATIVE_INFINITY : value, gradient);
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void findsTheMaximumWithinTheBounds(Optimizer optimizer) {
    var counted = new CountedObjective(OptimizerTest::bowl);

    optimizer.run(
        theta -> {
          assertTrue(BOUNDS.contains(theta));
          return counted.at(theta);
        },
        BOUNDS,
        new double[] {3, 3, 3});

    assertEquals(0, counted.best(), 2e-3); // twice the gain at which all end
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void endsOnAFunctionThatNeverStopsToChange(Optimizer optimizer) {
    var counted = new CountedObjective(theta -> new Objective.Value(0, theta.clone()));
    int[] calls = {0};

    optimizer.run(
        theta -> new Objective.Value(counted.at(theta).value() + calls[0]++, theta.clone()),
        BOUNDS,
        new double[] {3, 3, 3});

    assertTrue(calls[0] <= 7000, "calls " + calls[0]); // 3000 values and 3000 gradients at most
  }
}
