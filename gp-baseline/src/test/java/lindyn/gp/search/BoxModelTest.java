package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxModelTest {

  private static BoxModel model(RealMatrix curvature, Bounds steps, double... gradient) {
    return new BoxModel(new ArrayRealVector(gradient), curvature, steps);
  }

  @Test
  void isNewtonsStepWhereNoBoundHolds() {
    var curvature = new Array2DRowRealMatrix(new double[][] {{2, 1}, {1, 3}});

    double[] step = model(curvature, Bounds.none(2), 4, 7).best();

    assertArrayEquals(new double[] {1, 2}, step, 1e-15);
  }

  /** Karush, Kuhn and Tucker: the slope vanishes, or points out of the bounds. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noCoordinateOfTheBestStepCouldGain(long seed) {
    var random = new SplittableRandom(seed);
    int dimension = random.nextInt(1, 30);
    RealMatrix curvature = randomCurvature(random, dimension);
    double[] gradient = random.doubles(dimension, -1, 1).toArray();
    var steps =
        new Bounds(
            random.doubles(dimension, -1, 0).toArray(), random.doubles(dimension, 0, 1).toArray());

    double[] step = model(curvature, steps, gradient).best();

    double[] slope =
        new ArrayRealVector(gradient)
            .subtract(curvature.operate(new ArrayRealVector(step)))
            .toArray();
    assertTrue(steps.contains(step));
    for (int i = 0; i < dimension; i++) {
      // rounding times the condition of 1e4
      assertTrue(slope[i] < 1e-9 || step[i] == steps.upper(i), "slope " + slope[i]);
      assertTrue(slope[i] > -1e-9 || step[i] == steps.lower(i), "slope " + slope[i]);
    }
  }

  private static RealMatrix randomCurvature(SplittableRandom random, int dimension) {
    var root = new Array2DRowRealMatrix(dimension, dimension);
    for (int i = 0; i < dimension; i++) {
      root.setColumn(i, random.doubles(dimension, -1, 1).toArray());
    }
    double[] ridge = new double[dimension];
    Arrays.fill(ridge, 1e-3);
    return root.multiply(root.transpose()).add(new DiagonalMatrix(ridge));
  }

  /** A valley without curvature along (1, −1): every place along it is as good. */
  @Test
  void semidefiniteCurvatureDoesNotMatter() {
    var curvature = new Array2DRowRealMatrix(new double[][] {{1, 1}, {1, 1}});
    var steps = new Bounds(new double[] {-2, -2}, new double[] {2, 2});

    double[] step = model(curvature, steps, 1, 1).best();
    double[] alongTheValley = model(curvature, steps, 1, -1).best();

    assertArrayEquals(new double[] {1}, new double[] {step[0] + step[1]}, 1e-9);
    assertArrayEquals(new double[] {2, -2}, alongTheValley, 1e-9);
  }

  @Test
  void neverLeavesACoordinateWithoutRoom() {
    var curvature = new Array2DRowRealMatrix(new double[][] {{2, 1}, {1, 3}});
    var steps = new Bounds(new double[] {0, -9}, new double[] {0, 9});

    double[] step = model(curvature, steps, 4, 6).best();

    assertArrayEquals(new double[] {0, 2}, step, 1e-15);
  }
}
