package lindyn.bench.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import lindyn.data.DrawnSamples;
import lindyn.examples.waves.SyntheticWave;
import org.junit.jupiter.api.Test;

class PermutedRowsTest {

  private static final List<Trajectory> WAVES =
      SyntheticWave.LOW_NOISE.withSamples(100).logData(3, 1).trajectories();

  @Test
  void dealsTheSameSamplesInAnotherOrder() {
    List<Trajectory> permuted = PermutedRows.of(WAVES, new SplittableRandom(1)).trajectories();

    assertNotEquals(rows(WAVES), rows(permuted));
    assertEquals(rows(WAVES).stream().sorted().toList(), rows(permuted).stream().sorted().toList());
    for (int i = 0; i < WAVES.size(); i++) {
      assertEquals(WAVES.get(i).id(), permuted.get(i).id());
      assertEquals(WAVES.get(i).motion().times(), permuted.get(i).motion().times());
    }
  }

  @Test
  void findsTheSameSamples() {
    PermutedRows permuted = PermutedRows.of(WAVES, new SplittableRandom(1));
    DrawnSamples drawn = DrawnSamples.of(WAVES, new int[] {150, 7, 299, 0});

    DrawnSamples found = permuted.find(drawn);

    assertEquals(permuted.trajectories(), found.trajectories());
    assertEquals(
        rows(drawn.windows(1)).stream().sorted().toList(),
        rows(found.windows(1)).stream().sorted().toList());
  }

  /** Inputs and torque of each sample stay together. */
  private static List<String> rows(List<Trajectory> trajectories) {
    List<String> rows = new ArrayList<>();
    for (Trajectory trajectory : trajectories) {
      for (int t = 0; t < trajectory.timeSteps(); t++) {
        Trajectory sample = trajectory.slice("sample", t, t + 1);
        StringBuilder row = new StringBuilder();
        for (float number : sample.motion().inputSeries().toArray()) {
          row.append(number).append(' ');
        }
        rows.add(row.append(sample.tau().at(0, 0)).toString());
      }
    }
    return rows;
  }
}
