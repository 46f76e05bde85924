package lindyn.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lindyn.gp.search.Bounds;
import lindyn.gp.search.Objective;
import org.junit.jupiter.api.Test;

class LogisticBoundsTest {

  private static final Bounds BOUNDS = new Bounds(new double[] {-3, 1}, new double[] {5, 2});
  private static final LogisticBounds LOGISTIC = new LogisticBounds(BOUNDS);

  @Test
  void thereAndBackChangesNothing() {
    double[] theta = {-2.5, 1.9};

    assertArrayEquals(theta, LOGISTIC.inside(LOGISTIC.outside(theta)), 1e-14);
  }

  @Test
  void everyNumberIsInside() {
    assertTrue(BOUNDS.contains(LOGISTIC.inside(new double[] {1e9, -1e9})));
    assertArrayEquals(new double[] {1, 1.5}, LOGISTIC.inside(new double[2]));
  }

  @Test
  void gradientIsThatOfTheTransformedFunction() {
    Objective product =
        theta -> new Objective.Value(theta[0] * theta[1], new double[] {theta[1], theta[0]});
    Objective free = LOGISTIC.of(product);
    double[] u = {0.3, -0.8};

    double[] gradient = free.at(u).gradient();

    double step = 1e-5; // error of central differences: 1e-10, and rounding
    for (int i = 0; i < u.length; i++) {
      double[] up = u.clone();
      double[] down = u.clone();
      up[i] += step;
      down[i] -= step;
      assertEquals((free.at(up).value() - free.at(down).value()) / (2 * step), gradient[i], 1e-8);
    }
  }
}
