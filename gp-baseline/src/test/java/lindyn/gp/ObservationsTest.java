package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lindyn.gp.algebra.Matrix;
import org.junit.jupiter.api.Test;

class ObservationsTest {

  private static Matrix column(double... numbers) {
    return new Matrix(numbers.length, 1, numbers);
  }

  @Test
  void refusesObservationsThatDoNotFit() {
    assertRefused("a Gaussian process needs at least 2 points, got 1", column(1), column(1));
    assertRefused(
        "x has 2 points, y has 3: there must be one y per x", column(1, 2), column(1, 2, 3));
    assertRefused(
        "x of point 2 (counted from 0), input 0, is NaN: every number must be finite",
        column(1, 2, Double.NaN),
        column(1, 2, 3));
    assertRefused(
        "y of point 0 (counted from 0), output 1, is -Infinity: every number must be finite",
        column(1, 2),
        new Matrix(2, 2, new double[] {1, 2, Double.NEGATIVE_INFINITY, 4}));
  }

  private static void assertRefused(String message, Matrix x, Matrix y) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Observations(x, y));
    assertEquals(message, thrown.getMessage());
  }

  @Test
  void keepCopies() {
    Matrix x = column(1, 2);

    var observations = new Observations(x, x);
    x.set(0, 0, 100);

    assertEquals(1, observations.x().at(0, 0));
    assertEquals(1, observations.y().at(0, 0));
  }
}
