package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lindyn.JointSeries;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class ComputedSeriesTest {

  private static final List<Trajectory> TRAJECTORIES =
      List.of(RandomTrajectory.of("a", 5, 2, 0, 1), RandomTrajectory.of("b", 9000, 2, 0, 2));

  @Test
  void aFileKeepsTheSameNumbersAsMemory() {
    List<JointSeries> memory = ComputedSeries.of(TRAJECTORIES, Trajectory::tau);

    assertEquals(TRAJECTORIES.stream().map(Trajectory::tau).toList(), memory);
    assertEquals(memory, ComputedSeries.inFile(TRAJECTORIES, Trajectory::tau));
  }
}
