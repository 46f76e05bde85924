package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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

  /** Every number of paper section 5 that is drawn, by its range; 7 joints. */
  @Test
  void drawsFillTheirRanges() {
    double[] home = {-.35, .55, .1, -1.55, .1};
    double[] startSpread = {.15, .12, .15, .15, .2};
    double[] displacement = {.8, .4, -.3, .55, .7};
    double[] via = {.12, .12, .15, .15, .25};
    for (int j = 0; j < 5; j++) {
      int joint = j;
      assertUniform(home[j], .35 * startSpread[j], trial -> trial.start().get(joint));
      assertUniform(displacement[j], .14 * displacement[j], t -> t.displacement().get(joint));
      assertUniform(0, .35 * via[j], trial -> trial.via().get(joint));
    }
    assertUniform(.15, .1, trial -> trial.timing().delay());
    assertUniform(1.95, .25, trial -> trial.timing().out());
    assertUniform(.175, .125, trial -> trial.timing().hold());
    assertUniform(1.4, .2, trial -> trial.timing().back());
    assertUniform(.15, .005, Trial::flaskDistance);
  }

  /** Checks bounds, that draws come near both of them, and the mean. */
  private static void assertUniform(double middle, double reach, ToDoubleFunction<Trial> number) {
    double[] drawn =
        IntStream.range(0, 1000).mapToObj(DRAW::trial).mapToDouble(number).sorted().toArray();
    double size = Math.abs(reach);
    assertTrue(drawn[0] >= middle - size - 1e-12 && drawn[999] <= middle + size + 1e-12);
    assertEquals(middle - size, drawn[0], .02 * size); // missed by all with probability 5e-5
    assertEquals(middle + size, drawn[999], .02 * size);
    assertEquals(middle, Arrays.stream(drawn).average().orElseThrow(), .08 * size); // 4 std errors
  }

  @Test
  void theOrderOfTheFillsDependsOnTheSeed() {
    var other = new TrialDraw(2, TrialDraw.FILLS, 5);

    assertNotEquals(
        IntStream.range(0, 30).mapToObj(i -> DRAW.trial(i).fill()).toList(),
        IntStream.range(0, 30).mapToObj(i -> other.trial(i).fill()).toList());
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThrows(IllegalArgumentException.class, () -> new TrialDraw(1, List.of(), 5));
    assertThrows(IllegalArgumentException.class, () -> new TrialDraw(1, TrialDraw.FILLS, 8));
    assertThrows(IllegalArgumentException.class, () -> DRAW.trial(-1));
  }
}
