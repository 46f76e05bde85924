package lindyn.gp.kernel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.gp.RandomPoints;
import lindyn.gp.algebra.Matrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StationaryKernelTest {

  private static StationaryKernel isotropic(KernelFamily family) {
    return new StationaryKernel(family, 2, List.of(0.5));
  }

  @ParameterizedTest
  @EnumSource
  void isTheSignalVarianceAtDistanceZero(KernelFamily family) {
    assertEquals(2, isotropic(family).value(new double[] {1, -3}, new double[] {1, -3}), 0);
  }

  @Test
  void isTheFormulaOfItsFamily() {
    double r = 1.25; // distance 0.625 in length scales of 0.5
    double a3 = Math.sqrt(3) * r;
    double a5 = Math.sqrt(5) * r;

    // a few roundings
    assertAll(
        () -> assertEquals(2 * Math.exp(-r), at(KernelFamily.EXPONENTIAL), 1e-15),
        () -> assertEquals(2 * (1 + a3) * Math.exp(-a3), at(KernelFamily.MATERN_32), 1e-15),
        () ->
            assertEquals(
                2 * (1 + a5 + a5 * a5 / 3) * Math.exp(-a5), at(KernelFamily.MATERN_52), 1e-15),
        () -> assertEquals(2 * Math.exp(-r * r / 2), at(KernelFamily.SQUARED_EXPONENTIAL), 1e-15));
  }

  /** A 3-4-5 triangle of hypotenuse 0.625. */
  private static double at(KernelFamily family) {
    return isotropic(family).value(new double[] {1, 2}, new double[] {1.375, 2.5});
  }

  /** The paper writes a = √10 r/ℓ, so its length scale is √2 times the standard one. */
  @Test
  void isThePapersFormWithItsLengthScaleOverTheRootOfTwo() {
    double paperLengthScale = 0.8;
    double distance = 0.3;
    double a = Math.sqrt(10) * distance / paperLengthScale;

    var kernel =
        new StationaryKernel(KernelFamily.MATERN_52, 1, List.of(paperLengthScale / Math.sqrt(2)));

    double value = kernel.value(new double[] {0}, new double[] {distance});
    assertEquals((1 + a + a * a / 3) * Math.exp(-a), value, 1e-15); // a few roundings
  }

  @ParameterizedTest
  @EnumSource
  void vanishesAtAnyLargeDistance(KernelFamily family) {
    for (double distance : new double[] {1e3, 1e100, 1e300}) {
      double value = isotropic(family).value(new double[] {0}, new double[] {distance});
      assertEquals(0, value, 0, "at " + distance);
    }
  }

  @Test
  void eachInputIsMeasuredInItsOwnLengthScale() {
    var each = new StationaryKernel(KernelFamily.MATERN_32, 3, List.of(0.5, 4.0));

    double value = each.value(new double[] {1, 1}, new double[] {1.25, 3});

    double same =
        3
            * isotropic(KernelFamily.MATERN_32)
                .value(new double[] {0, 0}, new double[] {0.25, 0.25})
            / 2;
    assertEquals(same, value, 1e-15); // a few roundings
  }

  @Test
  void lengthScalesRepeatOverTheTimeStepsOfAWindow() {
    var repeated = new StationaryKernel(KernelFamily.MATERN_32, 3, List.of(0.5, 4.0));
    var spelled = new StationaryKernel(KernelFamily.MATERN_32, 3, List.of(0.5, 4.0, 0.5, 4.0));
    double[] x = {1, 2, -1, 0.5};
    double[] xPrime = {0.7, 5, -1.2, 0};

    assertEquals(spelled.value(x, xPrime), repeated.value(x, xPrime), 0);
  }

  static Stream<Arguments> familiesAndSeeds() {
    return Arrays.stream(KernelFamily.values())
        .flatMap(
            family -> IntStream.range(1, 6).mapToObj(seed -> Arguments.of(family, (long) seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("familiesAndSeeds")
  void everyMatrixIsSymmetricAndPositiveSemidefinite(KernelFamily family, long seed) {
    var random = new SplittableRandom(seed);
    int n = 40;
    Matrix x = RandomPoints.matrix(random, n, 3);
    var kernel = new StationaryKernel(family, 1, random.doubles(3, 0.1, 10).boxed().toList());
    Matrix covariances = new Matrix(n, n);

    kernel.fill(PointPairs.all(x, x), covariances);

    RealMatrix matrix = MatrixUtils.createRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.setEntry(i, j, covariances.at(i, j));
      }
    }
    assertEquals(matrix, matrix.transpose());
    double smallest =
        Arrays.stream(new EigenDecomposition(matrix).getRealEigenvalues()).min().orElseThrow();
    assertTrue(smallest >= -1e-12 * n, "eigenvalue " + smallest);
  }

  /** Strips, tiles and offsets are for speed alone. */
  @ParameterizedTest
  @EnumSource
  void fillsEveryPairWithItsValue(KernelFamily family) {
    var random = new SplittableRandom(7);
    Matrix x = RandomPoints.matrix(random, 300, 3);
    Matrix z = RandomPoints.matrix(random, 5, 3);
    var kernel = new StationaryKernel(family, 1.5, List.of(0.3, 0.5, 2.0));
    Matrix target = new Matrix(290, 3);

    kernel.fill(new PointPairs(x, 4, z, 2), target);

    for (int i = 0; i < target.rows(); i++) {
      for (int j = 0; j < target.columns(); j++) {
        double expected = kernel.value(row(x, 4 + i), row(z, 2 + j));
        assertEquals(expected, target.at(i, j), 0);
      }
    }
  }

  private static double[] row(Matrix matrix, int row) {
    return matrix.rows(row, 1).values();
  }

  static Stream<Arguments> familiesAndLengthScales() {
    return Arrays.stream(KernelFamily.values())
        .flatMap(
            family ->
                Stream.of(List.of(0.7), List.of(0.4, 3.0), List.of(0.4, 0.7, 3.0, 1.5))
                    .map(scales -> Arguments.of(family, scales)));
  }

  @ParameterizedTest(name = "{0} with length scales {1}")
  @MethodSource("familiesAndLengthScales")
  void gradientIsTheSlopeOfTheWeightedSum(KernelFamily family, List<Double> lengthScales) {
    var random = new SplittableRandom(11);
    Matrix x = RandomPoints.matrix(random, 150, 4);
    var pairs = new PointPairs(x, 2, x, 0); // some pairs are a point and itself
    Matrix weights = RandomPoints.matrix(random, 140, 6);
    double[] numbers =
        Stream.concat(Stream.of(1.7), lengthScales.stream()).mapToDouble(v -> v).toArray();
    double[] gradient = new double[numbers.length];
    gradient[0] = 10; // what is there is kept

    kernel(family, numbers).addGradient(pairs, weights, gradient);

    gradient[0] -= 10;
    double step = 1e-5;
    for (int i = 0; i < numbers.length; i++) {
      double[] up = numbers.clone();
      double[] down = numbers.clone();
      up[i] *= Math.exp(step);
      down[i] *= Math.exp(-step);
      double slope =
          (sum(kernel(family, up), pairs, weights) - sum(kernel(family, down), pairs, weights))
              / (2 * step);
      assertEquals(slope, gradient[i], 1e-7); // rounding over the step, times a sum of about 100
    }
  }

  private static StationaryKernel kernel(KernelFamily family, double[] numbers) {
    return new StationaryKernel(
        family, numbers[0], Arrays.stream(numbers).skip(1).boxed().toList());
  }

  private static double sum(StationaryKernel kernel, PointPairs pairs, Matrix weights) {
    Matrix covariances = new Matrix(weights.rows(), weights.columns());
    kernel.fill(pairs, covariances);
    double sum = 0;
    for (int i = 0; i < weights.values().length; i++) {
      sum += weights.values()[i] * covariances.values()[i];
    }
    return sum;
  }

  /** An expansion of the square would lose all digits here. */
  @Test
  void farFromTheOriginDistancesKeepTheirDigits() {
    var kernel = isotropic(KernelFamily.SQUARED_EXPONENTIAL);
    double far = 1 << 26;

    double value = kernel.value(new double[] {far}, new double[] {far + 0.5});

    assertEquals(2 * Math.exp(-0.5), value, 1e-15); // a few roundings
  }

  @Test
  void refusesPointsOfOtherInputs() {
    var each = new StationaryKernel(KernelFamily.MATERN_52, 1, List.of(1.0, 1.0));

    assertRefused(
        "points x have 2 inputs, points z 1",
        () -> each.value(new double[] {1, 2}, new double[] {1}));
    assertRefused(
        "points have 3 inputs, the kernel 2 length scales",
        () -> each.value(new double[3], new double[3]));
  }

  @Test
  void refusesAMatrixLargerThanThePoints() {
    var pairs = new PointPairs(new Matrix(5, 1), 2, new Matrix(4, 1), 1);
    var kernel = isotropic(KernelFamily.MATERN_52);

    assertRefused(
        "Matrix[4 x 3] does not fit 5 points from 2 on and 4 points from 1 on",
        () -> kernel.fill(pairs, new Matrix(4, 3)));
    assertRefused(
        "Matrix[3 x 4] does not fit 5 points from 2 on and 4 points from 1 on",
        () -> kernel.addGradient(pairs, new Matrix(3, 4), new double[2]));
  }

  private static void assertRefused(String message, Runnable call) {
    var thrown = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesHyperparametersThatAreNotPositive(double wrong) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new StationaryKernel(KernelFamily.MATERN_52, wrong, List.of(1.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StationaryKernel(KernelFamily.MATERN_52, 1, List.of(1.0, wrong)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-155, 1e163})
  void refusesALengthScaleWhoseInverseSquareIsInfiniteOrZero(double lengthScale) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> new StationaryKernel(KernelFamily.MATERN_52, 1, List.of(1.0, lengthScale)));

    assertEquals(
        "lengthScale must have a 1/lengthScale² that is positive and finite, got " + lengthScale,
        thrown.getMessage());
    var shortest = new StationaryKernel(KernelFamily.MATERN_52, 2, List.of(1e-154));
    assertEquals(2, shortest.value(new double[] {0}, new double[] {0}), 0);
  }
}
