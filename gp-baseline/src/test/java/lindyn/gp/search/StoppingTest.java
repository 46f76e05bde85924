package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StoppingTest {

  @Test
  void changesOneCriterionAtATime() {
    assertEquals(
        new Stopping(1, 2, 3),
        Stopping.DEFAULT.withGradientTolerance(1).withGainTolerance(2).withMostEvaluations(3));
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new Stopping(-1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Stopping(0, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Stopping(0, 0, 0));
  }
}
