package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class SampleMatrixTest {

  private static final Standardizer INPUTS =
      new Standardizer(
          List.of(0.5, 0.0, -0.5, 0.25, 0.0, 0.0, 1.0),
          List.of(0.5, 1.0, 2.0, 0.25, 1.0, 4.0, 0.5),
          1.5);

  private static final Standardizer TARGETS =
      new Standardizer(List.of(1.0, -1.0), List.of(0.5, 2.0), Standardizer.UNLIMITED);

  private static final List<Trajectory> TRAJECTORIES =
      List.of(
          RandomTrajectory.of("a", 5, 2, 1, 1),
          RandomTrajectory.of("b", 1, 2, 1, 2),
          RandomTrajectory.of("c", 8, 2, 1, 3));

  private static final SampleMatrix MATRIX = SampleMatrix.of(TRAJECTORIES, INPUTS, TARGETS);

  @Test
  void keepsTheBordersOfTrajectories() {
    assertEquals(14, MATRIX.rows());
    assertEquals(3, MATRIX.trajectories());
    assertEquals(List.of(0, 5, 6), IntStream.range(0, 3).mapToObj(MATRIX::firstRow).toList());
    assertEquals(List.of(5, 1, 8), IntStream.range(0, 3).mapToObj(MATRIX::timeSteps).toList());
    assertEquals(8, MATRIX.longest());
  }

  @Test
  void standardizesAndLimitsTheInputs() {
    float[] expected = new float[14 * 7];
    for (int i = 0; i < 3; i++) {
      for (int t = 0; t < TRAJECTORIES.get(i).timeSteps(); t++) {
        int row = MATRIX.firstRow(i) + t;
        for (int column = 0; column < 7; column++) {
          float raw = TRAJECTORIES.get(i).motion().inputSeries().at(t, column);
          double z = (raw - INPUTS.offset().get(column)) / INPUTS.scale().get(column);
          expected[row * 7 + column] = (float) Math.min(1.5, Math.max(-1.5, z));
        }
      }
    }

    assertEquals(7, MATRIX.inputColumns());
    assertArrayEquals(expected, MATRIX.inputs());
  }

  @Test
  void standardizesTheTorques() {
    float[] expected = new float[14 * 2];
    for (int i = 0; i < 3; i++) {
      for (int t = 0; t < TRAJECTORIES.get(i).timeSteps(); t++) {
        int row = MATRIX.firstRow(i) + t;
        expected[row * 2] = (float) ((TRAJECTORIES.get(i).tau().at(t, 0) - 1.0) / 0.5);
        expected[row * 2 + 1] = (float) ((TRAJECTORIES.get(i).tau().at(t, 1) + 1.0) / 2);
      }
    }

    assertEquals(2, MATRIX.targetColumns());
    assertArrayEquals(expected, MATRIX.targets());
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    float[] before = MATRIX.inputs();

    MATRIX.inputs()[0] = 99;
    MATRIX.targets()[0] = 99;

    assertArrayEquals(before, MATRIX.inputs());
    assertEquals((TRAJECTORIES.get(0).tau().at(0, 0) - 1) / 0.5f, MATRIX.targets()[0], 1e-6f);
  }

  @Test
  void refusesTrajectoriesWithoutSamples() {
    List<Trajectory> empty = List.of(RandomTrajectory.of("empty", 0, 2, 1, 1));

    assertThrows(IllegalArgumentException.class, () -> SampleMatrix.of(List.of(), INPUTS, TARGETS));
    assertThrows(IllegalArgumentException.class, () -> SampleMatrix.of(empty, INPUTS, TARGETS));
  }
}
