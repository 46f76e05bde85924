package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvatureTest {

  private static final double[] ANY_GRADIENT = {3, 4, 0};

  private static Place place(double[] coordinates, double... gradient) {
    return new Place(coordinates, 0, gradient);
  }

  @Test
  void firstStepIsNoLongerThanOneAndTheGradient() {
    assertEquals(5, Curvature.UNKNOWN.matrix(ANY_GRADIENT).getEntry(1, 1), 1e-15);
    assertEquals(1, Curvature.UNKNOWN.matrix(new double[] {0.1}).getEntry(0, 0));
  }

  /** The newest step and the fall of the gradient along it: B s = y. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void matrixExplainsTheNewestStepAndIsPositiveDefinite(long seed) {
    var random = new SplittableRandom(seed);
    var curvature = Curvature.UNKNOWN;
    Place newest = randomPlace(random);
    Place before = newest;
    int pairs = random.nextInt(1, 60);
    for (int taken = 0; taken < pairs; ) {
      Place next = randomPlace(random);
      Curvature longer = curvature.with(newest, next);
      if (longer != curvature) {
        curvature = longer;
        before = newest;
        newest = next;
        taken++;
      }
    }

    RealMatrix matrix = curvature.matrix(ANY_GRADIENT);

    double[] s = difference(newest.coordinates(), before.coordinates());
    double[] y = difference(before.gradient(), newest.gradient());
    double[] eigenvalues = new EigenDecomposition(matrix).getRealEigenvalues();
    // random pairs contradict each other, which makes the matrix's condition as large as it likes
    double scale = Arrays.stream(eigenvalues).max().orElseThrow();
    assertArrayEquals(y, matrix.operate(s), 1e-12 * scale);
    assertTrue(Arrays.stream(eigenvalues).min().orElseThrow() > -1e-12 * scale);
  }

  private static Place randomPlace(SplittableRandom random) {
    return place(random.doubles(3, -1, 1).toArray(), random.doubles(3, -1, 1).toArray());
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  /** Along the axes of a quadratic all is known after one step each. */
  @Test
  void conjugateStepsGiveTheSecondDerivatives() {
    var curvature =
        Curvature.UNKNOWN
            .with(place(new double[3], 0, 0, 0), place(new double[] {1, 0, 0}, -7, 0, 0))
            .with(place(new double[3], 0, 0, 0), place(new double[] {0, 2, 0}, 0, -1, 0))
            .with(place(new double[3], 0, 0, 0), place(new double[] {0, 0, 1}, 0, 0, -3));

    RealMatrix matrix = curvature.matrix(ANY_GRADIENT);

    assertArrayEquals(new double[] {7, 0, 0}, matrix.getRow(0), 1e-13);
    assertArrayEquals(new double[] {0, 0.5, 0}, matrix.getRow(1), 1e-13);
    assertArrayEquals(new double[] {0, 0, 3}, matrix.getRow(2), 1e-13);
  }

  @Test
  void scalesLikeTheFunction() {
    var curvature =
        Curvature.UNKNOWN
            .with(place(new double[3], 0, 0, 0), place(new double[] {1, 0, 1}, -7, 0, 2))
            .with(place(new double[3], 0, 0, 0), place(new double[] {0, 2, 0}, 1, -1, 0));

    RealMatrix expected = curvature.matrix(ANY_GRADIENT).scalarMultiply(10);
    RealMatrix actual = curvature.scaled(10).matrix(ANY_GRADIENT);

    assertEquals(0, actual.subtract(expected).getNorm(), 1e-12);
  }

  @Test
  void learnsNothingWhereTheFunctionCurvesUpwards() {
    var unknown = Curvature.UNKNOWN;

    var after = unknown.with(place(new double[1], 1), place(new double[] {1}, 2));

    assertSame(unknown, after);
    assertFalse(after.known());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAFactorThatIsNotPositive(double factor) {
    assertThrows(IllegalArgumentException.class, () -> Curvature.UNKNOWN.scaled(factor));
  }
}
