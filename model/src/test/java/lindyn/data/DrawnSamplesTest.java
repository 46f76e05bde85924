package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class DrawnSamplesTest {

  private static List<String> draw(int trajectories, int most, long seed) {
    var drawn = DrawnSamples.random(trajectories(trajectories), most, new SplittableRandom(seed));
    List<String> visited = new ArrayList<>();
    drawn.forEach(
        (place, trajectory, timeStep) -> {
          assertEquals(visited.size(), place);
          visited.add(trajectory.id() + " " + timeStep);
        });
    assertEquals(drawn.count(), visited.size());
    return visited;
  }

  @Test
  void everySampleIsDrawnOnceWhenAllFit() {
    assertEquals(90, new HashSet<>(draw(3, 1000, 1)).size());
  }

  @Test
  void noSampleIsDrawnTwice() {
    assertEquals(40, new HashSet<>(draw(3, 40, 1)).size());
  }

  @Test
  void theSeedDecides() {
    assertEquals(draw(3, 40, 1), draw(3, 40, 1));
    assertTrue(!draw(3, 40, 1).equals(draw(3, 40, 2)));
  }

  @Test
  void allTrajectoriesHaveTheirShare() {
    List<String> drawn = draw(4, 60, 5);

    for (int i = 0; i < 4; i++) {
      String id = "t" + i + " ";
      long share = drawn.stream().filter(sample -> sample.startsWith(id)).count();
      assertTrue(share >= 5 && share <= 25, id + share); // 15 expected, deviation 2.4
    }
  }

  @Test
  void chosenSamplesKeepTheirOrder() {
    DrawnSamples chosen = DrawnSamples.of(trajectories(3), new int[] {31, 2, 89});
    List<String> visited = new ArrayList<>();

    chosen.forEach((place, trajectory, t) -> visited.add(trajectory.id() + " " + t));

    assertEquals(List.of("t1 1", "t0 2", "t2 29"), visited);
    assertThrows(
        IndexOutOfBoundsException.class, () -> DrawnSamples.of(trajectories(3), new int[] {90}));
  }

  @Test
  void windowsEndAtTheSamplesAndBeginInTheirTrajectory() {
    List<Trajectory> trajectories = trajectories(3);
    DrawnSamples chosen = DrawnSamples.of(trajectories, new int[] {31, 29});

    List<Trajectory> windows = chosen.windows(5);

    assertEquals(
        List.of(
            trajectories.get(1).slice("drawn", 0, 2), trajectories.get(0).slice("drawn", 25, 30)),
        windows);
  }

  @Test
  void theSameSamplesAreFoundInOtherTrajectories() {
    List<Trajectory> others = List.copyOf(trajectories(4).subList(1, 4));
    DrawnSamples drawn = DrawnSamples.random(trajectories(3), 7, new SplittableRandom(1));

    DrawnSamples found = drawn.in(others);

    assertEquals(others, found.trajectories());
    assertEquals(drawn.sample(6), found.sample(6));
    assertThrows(IllegalArgumentException.class, () -> drawn.in(trajectories(2)));
  }

  /** Called t0, t1, …, of 30 samples. */
  private static List<Trajectory> trajectories(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RandomTrajectory.of("t" + i, 30, 2, 0, i))
        .toList();
  }
}
