package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
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
    assertArrayEquals(expected, inputs());
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
    assertArrayEquals(expected, targets());
  }

  @Test
  void copiesSequencesStepByStep() {
    List<Sequence> batch =
        List.of(new Sequence(3, 0, 0), new Sequence(9, 6, 6), new Sequence(5, 5, 5));
    float[] x = new float[4 * 3 * 7];
    float[] y = new float[2 * 3 * 2];

    MATRIX.copySequences(batch, x, y);

    int[][] rows = {{0, 6, 5}, {1, 7, 5}, {2, 8, 5}, {3, 9, 5}}; // b is one sample, repeated
    for (int t = 0; t < 4; t++) {
      for (int b = 0; b < 3; b++) {
        assertArrayEquals(row(inputs(), rows[t][b], 7), row(x, t * 3 + b, 7));
        if (t >= 2) {
          assertArrayEquals(row(targets(), rows[t][b], 2), row(y, (t - 2) * 3 + b, 2));
        }
      }
    }
  }

  private static float[] row(float[] rows, int row, int columns) {
    return Arrays.copyOfRange(rows, row * columns, (row + 1) * columns);
  }

  private static float[] inputs() {
    float[] all = new float[MATRIX.rows() * 7];
    IntStream.range(0, MATRIX.rows()).forEach(row -> MATRIX.copyInputs(row, all, row * 7));
    return all;
  }

  private static float[] targets() {
    float[] all = new float[MATRIX.rows() * 2];
    IntStream.range(0, MATRIX.rows()).forEach(row -> MATRIX.copyTargets(row, all, row * 2));
    return all;
  }

  @Test
  void refusesTrajectoriesWithoutSamples() {
    List<Trajectory> empty = List.of(RandomTrajectory.of("empty", 0, 2, 1, 1));

    assertThrows(IllegalArgumentException.class, () -> SampleMatrix.of(List.of(), INPUTS, TARGETS));
    assertThrows(IllegalArgumentException.class, () -> SampleMatrix.of(empty, INPUTS, TARGETS));
  }
}
