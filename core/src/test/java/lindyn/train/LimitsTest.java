package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void patienceIsHalfOfTheEpochs() {
    assertEquals(1, Limits.ofEpochs(1).patience());
    assertEquals(2, Limits.ofEpochs(3).patience());
    assertEquals(Limits.NO_TIME_LIMIT, Limits.ofEpochs(3).minutes());
  }

  @Test
  void changesOneAtATime() {
    var limits = new Limits(1, 2, 3);

    assertEquals(new Limits(9, 2, 3), limits.withEpochs(9));
    assertEquals(new Limits(1, 9, 3), limits.withPatience(9));
    assertEquals(new Limits(1, 2, 9), limits.withMinutes(9));
  }

  @Test
  void refusesWhatIsNotPositive() {
    var limits = new Limits(1, 1, 1);

    assertThrows(IllegalArgumentException.class, () -> limits.withEpochs(0));
    assertThrows(IllegalArgumentException.class, () -> limits.withPatience(0));
    assertThrows(IllegalArgumentException.class, () -> limits.withMinutes(0));
    assertThrows(IllegalArgumentException.class, () -> limits.withMinutes(Double.NaN));
  }
}
