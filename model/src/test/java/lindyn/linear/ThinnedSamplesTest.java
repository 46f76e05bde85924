package lindyn.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class ThinnedSamplesTest {

  @Test
  void visitsAllSamplesInOrderIfTheyAreFew() {
    assertEquals(List.of("0:0", "0:1", "0:2", "2:0", "2:1"), visited(trajectories(3, 0, 2), 5));
  }

  /** A fixed stride of 200 would see time steps 0 and 200 of each alone. */
  @Test
  void meetsAllPhasesOfEqualTrajectories() {
    List<Trajectory> equal = trajectories(IntStream.generate(() -> 400).limit(200).toArray());

    List<String> visited = visited(equal, 400);

    int[] quarters = new int[4];
    visited.forEach(visit -> quarters[Integer.parseInt(visit.split(":", 2)[1]) / 100]++);
    assertEquals(400, visited.size());
    for (int count : quarters) {
      assertEquals(100, count, 35); // four standard deviations of a binomial count
    }
  }

  @Test
  void visitsEachStretchOnce() {
    List<String> visited = visited(trajectories(10, 1, 35), 12); // stretches of 4 samples

    assertTrue(visited.size() >= 11 && visited.size() <= 12, visited.toString());
    assertEquals(visited.stream().distinct().toList(), visited);
    assertEquals(visited, visited(trajectories(10, 1, 35), 12));
  }

  private static List<String> visited(List<Trajectory> trajectories, int most) {
    List<String> visited = new ArrayList<>();
    new ThinnedSamples(trajectories, most).forEach((i, t) -> visited.add(i + ":" + t));
    return Collections.unmodifiableList(visited);
  }

  private static List<Trajectory> trajectories(int... timeSteps) {
    return IntStream.of(timeSteps)
        .mapToObj(steps -> RandomTrajectory.of("t", steps, 1, 0, 1))
        .toList();
  }
}
