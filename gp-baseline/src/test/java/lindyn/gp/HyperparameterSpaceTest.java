package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.gp.algebra.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparameterSpaceTest {

  /** Uniform on [0, 1] and [0, 20]: the median difference is (1 − √½) times the width. */
  private static final double[] WIDTHS = {1, 20};

  private static final double MEDIAN_DIFFERENCE = 1 - Math.sqrt(0.5);

  private static final List<String> ISOTROPIC = HyperparameterSearch.ISOTROPIC;
  private static final List<String> PER_INPUT = List.of("of q", "of qd");

  private static Matrix uniform(int points) {
    var random = new SplittableRandom(1);
    Matrix x = new Matrix(points, WIDTHS.length);
    for (int i = 0; i < points; i++) {
      for (int d = 0; d < WIDTHS.length; d++) {
        x.set(i, d, WIDTHS[d] * random.nextDouble());
      }
    }
    return x;
  }

  private static Matrix constant(int rows, int columns, double value) {
    Matrix matrix = new Matrix(rows, columns);
    Arrays.fill(matrix.values(), value);
    return matrix;
  }

  @Test
  void startsAtTheScaleOfTheData() {
    var space = new HyperparameterSpace(uniform(3000), constant(3000, 2, -3), PER_INPUT);

    double[] start = space.start();

    assertEquals(Math.log(9), start[0], 1e-12);
    // 2000 pairs: a relative error of 1/√2000 / (density 1.4 · median 0.29) / 2, four times
    assertEquals(Math.log(Math.sqrt(2) * MEDIAN_DIFFERENCE), start[1], 0.12);
    assertEquals(Math.log(Math.sqrt(2) * 20 * MEDIAN_DIFFERENCE), start[2], 0.12);
    assertEquals(Math.log(0.9), start[3], 1e-12);
  }

  @Test
  void oneLengthScaleIsTheMedianDistance() {
    var space = new HyperparameterSpace(uniform(3000), constant(3000, 1, 1), ISOTROPIC);

    // the second input is nearly all of the distance
    assertEquals(Math.log(20 * MEDIAN_DIFFERENCE), space.start()[1], 0.12);
    assertEquals(3, space.start().length);
  }

  /** Two time steps of two inputs: a length scale covers an input of both. */
  @Test
  void aLengthScaleOfAWindowIsTheDistanceOverItsSteps() {
    Matrix once = uniform(3000);
    Matrix twice = new Matrix(3000, 4);
    for (int i = 0; i < 3000; i++) {
      for (int d = 0; d < 4; d++) {
        twice.set(i, d, once.at(i, d % 2));
      }
    }

    double[] start = new HyperparameterSpace(twice, constant(3000, 1, 1), PER_INPUT).start();

    double[] ofOnce = new HyperparameterSpace(once, constant(3000, 1, 1), PER_INPUT).start();
    assertEquals(4, start.length);
    assertEquals(ofOnce[1] + Math.log(Math.sqrt(2)), start[1], 1e-12);
    assertEquals(ofOnce[2] + Math.log(Math.sqrt(2)), start[2], 1e-12);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startAndRangesLieWithinTheBounds(boolean isPerInput) {
    var space =
        new HyperparameterSpace(
            uniform(50), constant(50, 1, 2), isPerInput ? PER_INPUT : ISOTROPIC);
    var random = new SplittableRandom(2);

    assertTrue(space.bounds().contains(space.start()));
    assertTrue(space.ranges().contains(space.start()));
    for (int i = 0; i < 100; i++) {
      assertTrue(space.bounds().contains(space.ranges().draw(random)));
    }
  }

  @Test
  void namesTheCoordinates() {
    Matrix x = uniform(5);
    Matrix y = constant(5, 1, 1);

    assertEquals(
        List.of("signal variance", "of q", "of qd", "noise variance"),
        new HyperparameterSpace(x, y, PER_INPUT).names());
  }

  /** A switch that is nearly always off differs in few pairs. */
  @Test
  void aRareValueHasTheScaleOfItsDifference() {
    Matrix x = new Matrix(1000, 1);
    for (int i = 0; i < 100; i++) {
      x.set(10 * i, 0, 5);
    }

    assertEquals(
        Math.log(5),
        new HyperparameterSpace(x, constant(1000, 1, 1), List.of("of q")).start()[1],
        1e-12);
  }

  @Test
  void constantInputsAndTargetsHaveScaleOne() {
    var space = new HyperparameterSpace(constant(4, 2, 7), constant(4, 1, 0), PER_INPUT);

    double root = Math.log(Math.sqrt(2));
    assertArrayEquals(new double[] {0, root, root, Math.log(0.1)}, space.start(), 1e-12);
  }
}
