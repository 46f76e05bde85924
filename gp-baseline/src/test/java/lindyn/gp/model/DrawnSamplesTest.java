package lindyn.gp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawnSamplesTest {

  private static List<String> draw(int trajectories, int most, long seed) {
    var drawn =
        new DrawnSamples(
            ToyRobot.log(trajectories, 30, 1).trajectories(), most, new SplittableRandom(seed));
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
}
