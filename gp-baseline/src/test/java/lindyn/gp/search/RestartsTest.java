package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartsTest {

  private static final Bounds BOUNDS = new Bounds(new double[] {-4}, new double[] {4});
  private static final Restarts RESTARTS = new Restarts(BoundedLbfgs.DEFAULT, List.of("x"), BOUNDS);

  /** Two hills: 1 high at −1, and 2 high at 2.5. */
  private static Objective.Value hills(double[] x) {
    double low = Math.exp(-(x[0] + 1) * (x[0] + 1));
    double high = 2 * Math.exp(-(x[0] - 2.5) * (x[0] - 2.5));
    return new Objective.Value(
        low + high, new double[] {-2 * (x[0] + 1) * low - 2 * (x[0] - 2.5) * high});
  }

  @Test
  void keepsTheBest() {
    SearchReport report =
        RESTARTS.run(RestartsTest::hills, List.of(new double[] {-1.2}, new double[] {2.2}));

    assertEquals(2, report.best().end().value(), 1e-3);
    assertEquals(1, report.spread(), 1e-3);
    assertEquals(List.of(-1.2), report.restarts().get(0).start());
  }

  @Test
  void listenerHearsTheSumOverAllRestarts() {
    List<Integer> counts = new ArrayList<>();
    List<Double> bests = new ArrayList<>();
    BoundedLbfgs search =
        BoundedLbfgs.DEFAULT.withListener(
            (evaluations, best) -> {
              counts.add(evaluations);
              bests.add(best);
            });

    SearchReport report =
        new Restarts(search, List.of("x"), BOUNDS)
            .run(RestartsTest::hills, List.of(new double[] {2.2}, new double[] {-1.2}));

    for (int i = 0; i < counts.size(); i++) {
      assertEquals(i + 1, counts.get(i));
      assertTrue(i == 0 || bests.get(i) >= bests.get(i - 1));
    }
    assertEquals(report.evaluations(), counts.size());
    assertEquals(report.best().end().value(), bests.get(bests.size() - 1));
  }

  @Test
  void firstStartIsTheSensibleOneAndTheOthersAreDrawnBySeed() {
    List<double[]> starts = Restarts.starts(new double[] {0.5}, BOUNDS, 20, 3);

    assertEquals(20, starts.size());
    assertArrayEquals(new double[] {0.5}, starts.get(0));
    assertTrue(starts.stream().allMatch(BOUNDS::contains));
    assertEquals(20, starts.stream().map(start -> start[0]).distinct().count());
    for (int i = 0; i < starts.size(); i++) {
      assertArrayEquals(starts.get(i), Restarts.starts(new double[] {0.5}, BOUNDS, 20, 3).get(i));
    }
  }

  @Test
  void refusesNamesThatDoNotFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Restarts(BoundedLbfgs.DEFAULT, List.of("x", "y"), BOUNDS));
  }

  @Test
  void refusesNoStart() {
    assertThrows(
        IllegalArgumentException.class, () -> RESTARTS.run(RestartsTest::hills, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> Restarts.starts(new double[1], BOUNDS, 0, 1));
  }
}
