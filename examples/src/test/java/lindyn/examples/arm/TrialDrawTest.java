package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialDrawTest {

  private static final TrialDraw DRAW = new TrialDraw(1, TrialDraw.FILLS, 5);

  @Test
  void theSameSeedDrawsTheSameTrials() {
    assertEquals(DRAW.trial(17), new TrialDraw(1, TrialDraw.FILLS, 5).trial(17));
  }

  @Test
  void everyTrialAndEverySeedDiffers() {
    Set<List<Double>> starts = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (int index = 0; index < 20; index++) {
        starts.add(new TrialDraw(seed, TrialDraw.FILLS, 5).trial(index).start());
      }
    }
    assertEquals(400, starts.size());
  }

  @Test
  void everyFillOccursOnceInThreeTrialsInVaryingOrder() {
    Set<List<Double>> orders = new HashSet<>();
    for (int block = 0; block < 92; block++) {
      int first = 3 * block;
      List<Double> fills =
          List.of(
              DRAW.trial(first).fill(), DRAW.trial(first + 1).fill(), DRAW.trial(first + 2).fill());
      assertEquals(Set.of(.2, .3, .4), Set.copyOf(fills));
      orders.add(fills);
    }
    assertEquals(6, orders.size());
  }

  @Test
  void oneFillCanBeChosen() {
    assertEquals(.3, new TrialDraw(1, List.of(.3), 5).trial(4).fill());
  }

  @Test
  void lockedJointsStayWhereTheyAre() {
    Trial trial = DRAW.trial(0);

    assertEquals(-.9, trial.start().get(5));
    for (int j = 5; j < 7; j++) {
      assertEquals(0, trial.displacement().get(j), 0); // a delta, as -0.0 is nowhere to go either
      assertEquals(0, trial.via().get(j), 0);
    }
  }

  @Test
  void theFirstFiveJointsMoveAlikeWhetherOrNotTheOthersDo() {
    Trial five = DRAW.trial(3);
    Trial seven = new TrialDraw(1, TrialDraw.FILLS, 7).trial(3);

    assertEquals(five.start().subList(0, 5), seven.start().subList(0, 5));
    assertEquals(five.displacement().subList(0, 5), seven.displacement().subList(0, 5));
    assertEquals(five.via().subList(0, 5), seven.via().subList(0, 5));
    assertEquals(five.timing(), seven.timing());
    assertNotEquals(five.start().get(5), seven.start().get(5));
  }

  @Test
  void drawsStayInTheirRanges() {
    for (int index = 0; index < 1000; index++) {
      Trial trial = DRAW.trial(index);
      assertTrue(Math.abs(trial.start().get(0) + .35) <= .35 * .15);
      assertTrue(Math.abs(trial.displacement().get(2) + .3) <= .3 * .14 + 1e-15);
      assertTrue(Math.abs(trial.via().get(4)) <= .35 * .25);
      assertTrue(Math.abs(trial.flaskDistance() - .15) <= .005);
      assertTrue(trial.timing().out() >= 1.7 && trial.timing().out() < 2.2);
    }
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThrows(IllegalArgumentException.class, () -> new TrialDraw(1, List.of(), 5));
    assertThrows(IllegalArgumentException.class, () -> new TrialDraw(1, TrialDraw.FILLS, 8));
    assertThrows(IllegalArgumentException.class, () -> DRAW.trial(-1));
  }
}
