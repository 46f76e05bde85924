package lindyn.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalEquationsTest {

  private static final int ROWS = 60;
  private static final int FEATURES = 5;
  private static final int TARGETS = 3;

  /** Columns have a variance of 1/3, so this biases weights of about 1 by less than 1e-11. */
  private static final double NO_RIDGE = 1e-12;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithOrdinaryLeastSquares(long seed) {
    double[][] x = uniform(seed, FEATURES);
    double[][] y = uniform(seed + 100, TARGETS);

    double[][] weights = equations(x, y, 0, ROWS).solve(NO_RIDGE);

    for (int target = 0; target < TARGETS; target++) {
      var regression = new OLSMultipleLinearRegression();
      regression.setNoIntercept(true);
      regression.newSampleData(column(y, target), x);
      double[] expected = regression.estimateRegressionParameters();
      assertArrayEquals(expected, column(weights, target), 1e-10); // NO_RIDGE
      assertEquals(
          regression.calculateResidualSumOfSquares(),
          equations(x, y, 0, ROWS).squaredError(weights, target),
          1e-10); // at the minimum, the weights' error counts squared; rounding of sums of about 20
    }
  }

  /** (XᵀX/n + λI) w = XᵀY/n is least squares with √(nλ) I appended to X and zeros to Y. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void ridgeIsLeastSquaresWithRowsThatPullToZero(long seed) {
    double ridge = 0.3;
    double[][] x = new double[ROWS + FEATURES][FEATURES];
    double[][] y = new double[ROWS + FEATURES][TARGETS];
    System.arraycopy(uniform(seed, FEATURES), 0, x, 0, ROWS);
    System.arraycopy(uniform(seed + 100, TARGETS), 0, y, 0, ROWS);
    for (int i = 0; i < FEATURES; i++) {
      x[ROWS + i][i] = Math.sqrt(ROWS * ridge);
    }

    double[][] weights = equations(x, y, 0, ROWS).solve(ridge);

    for (int target = 0; target < TARGETS; target++) {
      var regression = new OLSMultipleLinearRegression();
      regression.setNoIntercept(true);
      regression.newSampleData(column(y, target), x);
      // double precision in sums of 60 products
      assertArrayEquals(regression.estimateRegressionParameters(), column(weights, target), 1e-12);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void squaredErrorIsTheSumOverTheRows(long seed) {
    double[][] x = uniform(seed, FEATURES);
    double[][] y = uniform(seed + 100, TARGETS);
    double[][] weights = uniform(seed + 200, TARGETS); // whatever the weights are

    for (int target = 0; target < TARGETS; target++) {
      double expected = 0;
      for (int row = 0; row < ROWS; row++) {
        double error = y[row][target];
        for (int i = 0; i < FEATURES; i++) {
          error -= x[row][i] * weights[i][target];
        }
        expected += error * error;
      }
      // double precision in sums of about 100
      assertEquals(expected, equations(x, y, 0, ROWS).squaredError(weights, target), 1e-11);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void rowsCanBeAddedAndTakenAwayTogether(long seed) {
    double[][] x = uniform(seed, FEATURES);
    double[][] y = uniform(seed + 100, TARGETS);
    NormalEquations first = equations(x, y, 0, 20);
    NormalEquations last = equations(x, y, 20, ROWS);
    NormalEquations all = new NormalEquations(FEATURES, TARGETS);

    all.addAll(first, 1);
    all.addAll(last, 1);

    assertEqual(equations(x, y, 0, ROWS), all);

    all.addAll(first, -1);

    assertEqual(last, all);
  }

  private static void assertEqual(NormalEquations expected, NormalEquations actual) {
    assertEquals(expected.rows(), actual.rows());
    double[][] weights = expected.solve(0.01);
    double[][] actualWeights = actual.solve(0.01);
    for (int target = 0; target < TARGETS; target++) {
      // sums in another order, in double precision
      assertArrayEquals(column(weights, target), column(actualWeights, target), 1e-12);
      assertEquals(
          expected.squaredError(weights, target), actual.squaredError(weights, target), 1e-12);
    }
  }

  private static NormalEquations equations(double[][] x, double[][] y, int from, int to) {
    var equations = new NormalEquations(FEATURES, TARGETS);
    for (int row = from; row < to; row++) {
      equations.add(x[row], y[row]);
    }
    return equations;
  }

  private static double[][] uniform(long seed, int columns) {
    var random = new SplittableRandom(seed);
    double[][] values = new double[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      values[row] = random.doubles(columns, -1, 1).toArray();
    }
    return values;
  }

  private static double[] column(double[][] matrix, int column) {
    double[] values = new double[matrix.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix[row][column];
    }
    return values;
  }
}
