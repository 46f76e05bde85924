package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TetheredTest {

  private static final Objective PLAIN = x -> new Objective.Value(3, new double[x.length]);

  @Test
  void oneStandardDeviationCostsHalfANat() {
    var tethered = new Tethered(PLAIN, new double[] {1, 5}, 2);

    var at = tethered.at(new double[] {3, 5});

    assertEquals(2.5, at.value());
    assertArrayEquals(new double[] {-0.5, 0}, at.gradient());
  }

  @Test
  void changesNothingAtItsCentre() {
    var at =
        new Tethered(TestFunction::rosenbrock, new double[] {-1, 2}, 0.1).at(new double[] {-1, 2});

    assertEquals(TestFunction.rosenbrock(new double[] {-1, 2}).value(), at.value());
    assertArrayEquals(TestFunction.rosenbrock(new double[] {-1, 2}).gradient(), at.gradient());
  }

  /** Maximising −½ (x − 4)² − ½ (x/τ)² gives 4 τ² / (1 + τ²). */
  @Test
  void drawsTheMaximumToItsCentre() {
    Objective bowl =
        x -> new Objective.Value(-0.5 * (x[0] - 4) * (x[0] - 4), new double[] {4 - x[0]});

    Ascent ascent =
        BoundedLbfgs.DEFAULT.maximise(
            new Tethered(bowl, new double[1], 2), Bounds.none(1), new double[1]);

    assertEquals(3.2, ascent.end().coordinates()[0], 1e-4);
  }

  @Test
  void doesNotExistWhereTheLikelihoodDoesNot() {
    Objective nowhere = x -> new Objective.Value(Double.NEGATIVE_INFINITY, new double[1]);

    assertEquals(
        Double.NEGATIVE_INFINITY,
        new Tethered(nowhere, new double[1], 1).at(new double[] {1}).value());
  }

  @Test
  void refusesADeviationThatIsNotPositive() {
    assertThrows(IllegalArgumentException.class, () -> new Tethered(PLAIN, new double[1], 0));
  }
}
