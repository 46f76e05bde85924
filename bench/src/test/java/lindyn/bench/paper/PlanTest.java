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

    assertEquals(List.of(), plan.samples().order());
    assertEquals(List.of(100, 200, 300, 500, 800), plan.samples().curve());
    assertEquals(900, plan.samples().sweep());
    assertEquals(List.of(1000, 10_000), plan.samples().times());
  }

  @Test
  void dearProcessesAreRepeatedLess() {
    assertEquals(20, Plan.DEFAULT.processes().repeats(20, 1));
    assertEquals(3, Plan.DEFAULT.processes().repeats(20, 80));
    assertEquals(1, Plan.DEFAULT.processes().repeats(20, 1e6));
    assertEquals(20, Plan.FULL.processes().repeats(20, 1e6));
  }

  @Test
  void onlyPlansWithEnoughRepeatsMeanSomething() {
    assertTrue(Plan.DEFAULT.repeats().areMeaningful());
    assertTrue(Plan.FULL.repeats().areMeaningful());
    assertFalse(Plan.QUICK.repeats().areMeaningful());
    assertFalse(Plan.SMOKE.repeats().areMeaningful());
  }
}
