package lindyn.examples.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.Checks;

/**
 * Draws the trials of a data set. Trial i depends on the seed and i alone, not on how many trials
 * there are; each run of as many trials as there are fills has every fill once, in random order.
 *
 * <p>The first five joints move alike whether or not joints 6 and 7 move too. What those two do is
 * an assumption: Rueckert et al. do not use them.
 *
 * @param seed the same seed draws the same trials
 * @param fills masses of liquid to choose from, in kg
 * @param movingJoints joints beyond these stay where they are
 */
public record TrialDraw(long seed, List<Double> fills, int movingJoints) {

  /** The paper's three fills of 200, 300 and 400 ml, in kg. */
  public static final List<Double> FILLS = List.of(.2, .3, .4);

  /** Scales how much trials differ from one another. */
  private static final double VARIATION = 0.35;

  /** How much a displacement varies, as a fraction of it. */
  private static final double DISPLACEMENT_SPREAD = 0.4 * VARIATION;

  private static final List<Reach> REACHES =
      List.of(
          new Reach(-.35, .15, .8, .12),
          new Reach(.55, .12, .4, .12),
          new Reach(.1, .15, -.3, .15),
          new Reach(-1.55, .15, .55, .15),
          new Reach(.1, .2, .7, .25),
          new Reach(-.9, .15, .3, .15),
          new Reach(0, .2, .5, .25));

  /**
   * What one joint does in a trial.
   *
   * @param home mean position at the start, in rad
   * @param startSpread how far the start may be from home, before {@link #VARIATION}, in rad
   * @param displacement mean way out, in rad
   * @param viaSpread largest swerve, before {@link #VARIATION}, in rad
   */
  private record Reach(double home, double startSpread, double displacement, double viaSpread) {

    private Reach locked() {
      return new Reach(home, 0, 0, 0);
    }
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no fill, or the joints are not 1 to 7
   */
  public TrialDraw {
    fills = List.copyOf(fills);
    Checks.positive(fills.size(), "number of fills");
    Checks.inRange(1, REACHES.size() + 1, movingJoints, "movingJoints");
  }

  /**
   * Draws one trial.
   *
   * @param index counted from 0
   */
  public Trial trial(int index) {
    Checks.atLeast(0, index, "index of a trial");
    var random = new TrialRandom(seed, index, TrialRandom.Purpose.MOTION);
    List<Double> start = new ArrayList<>();
    List<Double> displacement = new ArrayList<>();
    List<Double> via = new ArrayList<>();
    for (int j = 0; j < REACHES.size(); j++) {
      Reach reach = j < movingJoints ? REACHES.get(j) : REACHES.get(j).locked();
      // numbers are drawn for locked joints too, so that the others do not depend on them
      start.add(reach.home() + VARIATION * reach.startSpread() * random.symmetric());
      displacement.add(reach.displacement() * (1 + DISPLACEMENT_SPREAD * random.symmetric()));
      via.add(VARIATION * reach.viaSpread() * random.symmetric());
    }
    var timing =
        new Trial.Timing(
            random.uniform(.05, .25),
            random.uniform(1.7, 2.2),
            random.uniform(.05, .3),
            random.uniform(1.2, 1.6));
    return new Trial(
        fill(index), start, displacement, via, timing, .15 + .005 * random.symmetric());
  }

  /** Returns the fill of one trial: a place in a shuffled list of all fills. */
  private double fill(int index) {
    int count = fills.size();
    var random = new TrialRandom(seed, index / count, TrialRandom.Purpose.FILL);
    int[] order = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int j = random.below(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return fills.get(order[index % count]);
  }
}
