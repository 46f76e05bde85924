package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void numbersThatARobotDoesNotHaveAreLeftOut() {
    Plan plan = Plan.DEFAULT.atMost(900, 11_000);

    assertEquals(List.of(), plan.orderSamples());
    assertEquals(List.of(100, 200, 300, 500, 800), plan.curveSamples());
    assertEquals(900, plan.sweepSamples());
    assertEquals(List.of(1000, 10_000), plan.timeSamples());
  }

  @Test
  void dearProcessesAreRepeatedLess() {
    assertEquals(20, Plan.DEFAULT.processRepeats(20, 1));
    assertEquals(3, Plan.DEFAULT.processRepeats(20, 40));
    assertEquals(1, Plan.DEFAULT.processRepeats(20, 1e6));
    assertEquals(20, Plan.FULL.processRepeats(20, 1e6));
  }

  @Test
  void onlyPlansWithEnoughRepeatsMeanSomething() {
    assertTrue(Plan.DEFAULT.isMeaningful());
    assertTrue(Plan.FULL.isMeaningful());
    assertFalse(Plan.QUICK.isMeaningful());
    assertFalse(Plan.SMOKE.isMeaningful());
  }
}
