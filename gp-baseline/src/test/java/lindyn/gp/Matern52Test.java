package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Matern52Test {

  private static final Matern52 KERNEL = new Matern52(2, 0.5);

  @Test
  void isTheSignalVarianceAtDistanceZero() {
    assertEquals(2, KERNEL.value(new double[] {1, -3}, new double[] {1, -3}), 0);
  }

  @Test
  void isTheFormulaAtTheDistanceOfOneLengthScale() {
    // 3-4-5 triangle of hypotenuse 0.5
    double value = KERNEL.value(new double[] {0, 0}, new double[] {0.3, 0.4});

    assertEquals(2 * (1 + Math.sqrt(5) + 5 / 3.0) * Math.exp(-Math.sqrt(5)), value, 1e-15);
  }

  @Test
  void vanishesAtAnyLargeDistance() {
    assertEquals(0, KERNEL.value(new double[] {0}, new double[] {1e100}), 0);
    assertEquals(0, KERNEL.value(new double[] {0}, new double[] {1e300}), 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyMatrixIsSymmetricAndPositiveSemidefinite(long seed) {
    var random = new SplittableRandom(seed);
    double[][] x = new double[20][];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.doubles(3, -1, 1).toArray();
    }

    var matrix = new Matern52(1, random.nextDouble(0.1, 10)).matrix(x, x);

    assertEquals(matrix, matrix.transpose());
    double smallest =
        Arrays.stream(new EigenDecomposition(matrix).getRealEigenvalues()).min().orElseThrow();
    assertTrue(smallest > -1e-12, "eigenvalue " + smallest);
  }

  @Test
  void matrixHasARowPerFirstAndAColumnPerSecondInput() {
    double[][] rows = {{0}, {1}};
    double[][] columns = {{0}, {1}, {2}};

    var matrix = KERNEL.matrix(rows, columns);

    assertEquals(KERNEL.value(rows[1], columns[2]), matrix.getEntry(1, 2), 0);
    assertEquals(2, matrix.getRowDimension());
    assertEquals(3, matrix.getColumnDimension());
  }

  @Test
  void refusesInputsOfDifferentLengths() {
    assertThrows(
        IllegalArgumentException.class, () -> KERNEL.value(new double[] {1}, new double[] {1, 2}));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesHyperparametersThatAreNotPositive(double wrong) {
    assertThrows(IllegalArgumentException.class, () -> new Matern52(wrong, 1));
    assertThrows(IllegalArgumentException.class, () -> new Matern52(1, wrong));
  }
}
