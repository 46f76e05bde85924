package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactGaussianProcessTest {

  private static final Blas BLAS = Blas.fastest();

  private static final Matrix X = RandomPoints.matrix(new SplittableRandom(3), 40, 2);
  private static final Matrix Y = RandomPoints.waves(X, 3);
  private static final Matrix X_STAR = RandomPoints.matrix(new SplittableRandom(4), 150, 2);

  private static Hyperparameters matern(double lengthScale, double noiseVariance) {
    return matern(1, lengthScale, noiseVariance);
  }

  private static Hyperparameters matern(
      double signalVariance, double lengthScale, double noiseVariance) {
    var kernel = new StationaryKernel(KernelFamily.MATERN_52, signalVariance, List.of(lengthScale));
    return new Hyperparameters(kernel, noiseVariance);
  }

  private static Matrix column(double... numbers) {
    return new Matrix(numbers.length, 1, numbers);
  }

  @ParameterizedTest
  @MethodSource("lindyn.gp.GoldenCase#all")
  void agreesWithOtherImplementations(GoldenCase golden) {
    var gp = ExactGaussianProcess.condition(golden.hyperparameters(), golden.x(), golden.y(), BLAS);

    Matrix means = gp.means(golden.xStar());
    double[] variances = gp.variances(golden.xStar());

    assertEquals(0, gp.jitter());
    for (int i = 0; i < variances.length; i++) {
      assertRelative(golden.variances().get(i), variances[i]);
      for (int j = 0; j < golden.outputs(); j++) {
        assertRelative(golden.means().get(i * golden.outputs() + j), means.at(i, j));
      }
    }
  }

  /** What is asked of the library; scikit-learn itself is 2e-11 away from 50 digits. */
  private static void assertRelative(double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * Math.abs(expected));
  }

  /** Two observations can be conditioned on by hand, R&amp;W eqs 2.25 and 2.26. */
  @Test
  void twoFarObservationsGiveTheFormulasOfOneNumberEach() {
    var gp =
        ExactGaussianProcess.condition(matern(3, 0.5, 1), column(0, 1e6), column(0.8, -2), BLAS);

    assertArrayEquals(
        new double[] {0.8 * 3 / 4, -2 * 3 / 4.0}, gp.means(column(0, 1e6)).values(), 1e-15);
    double variance = 3 - 3 * 3 / 4.0;
    assertArrayEquals(new double[] {variance, variance}, gp.variances(column(0, 1e6)), 1e-15);
  }

  @ParameterizedTest(name = "noise variance {0}")
  @ValueSource(doubles = {1e-3, 1e-6, 1e-9, 0})
  void interpolatesAsTheNoiseVanishes(double noiseVariance) {
    for (KernelFamily family : List.of(KernelFamily.EXPONENTIAL, KernelFamily.MATERN_32)) {
      var kernel = new StationaryKernel(family, 1, List.of(0.5));
      var gp =
          ExactGaussianProcess.condition(new Hyperparameters(kernel, noiseVariance), X, Y, BLAS);

      Matrix residuals = gp.means(X);

      // the residual is σ_n² α; beside it rounding, at a condition of about 1e4
      for (int i = 0; i < residuals.values().length; i++) {
        double residual = Y.values()[i] - residuals.values()[i];
        assertEquals(noiseVariance * gp.alpha().values()[i], residual, 1e-11);
      }
      for (double variance : gp.variances(X)) {
        assertEquals(0, variance, noiseVariance + 1e-11);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void varianceShrinksWithEveryPoint(KernelFamily family) {
    var kernel = new StationaryKernel(family, 2, List.of(0.8));
    var hyperparameters = new Hyperparameters(kernel, 0.01);
    double[] before = new double[X_STAR.rows()];
    Arrays.fill(before, 2);

    for (int points = 2; points <= X.rows(); points += 6) {
      var gp =
          ExactGaussianProcess.condition(
              hyperparameters, X.rows(0, points), Y.rows(0, points), BLAS);
      double[] after = gp.variances(X_STAR);
      for (int i = 0; i < after.length; i++) {
        assertTrue(after[i] <= before[i] + 1e-12, "variance " + after[i]); // rounding
      }
      before = after;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void varianceIsNeverNegativeNorAboveThePrior(long seed) {
    Matrix x = RandomPoints.matrix(new SplittableRandom(seed), 30, 2);
    // so smooth and so free of noise that rounding shows
    var gp = ExactGaussianProcess.condition(matern(20, 1e-9), x, RandomPoints.waves(x, 1), BLAS);

    for (double variance : gp.variances(X_STAR)) {
      assertTrue(variance >= 0 && variance <= 1, "variance " + variance);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void orderOfThePointsDoesNotMatter(long seed) {
    int[] order = RandomPoints.order(new SplittableRandom(seed), X.rows());
    var gp = ExactGaussianProcess.condition(matern(0.7, 0.01), X, Y, BLAS);
    var reordered =
        ExactGaussianProcess.condition(
            matern(0.7, 0.01),
            RandomPoints.reordered(X, order),
            RandomPoints.reordered(Y, order),
            BLAS);

    // rounding, at a condition of about 1e3
    assertArrayEquals(gp.means(X_STAR).values(), reordered.means(X_STAR).values(), 1e-11);
    assertArrayEquals(gp.variances(X_STAR), reordered.variances(X_STAR), 1e-11);
  }

  @Test
  void farFromTheDataIsThePrior() {
    var gp = ExactGaussianProcess.condition(matern(2.5, 0.6, 0.01), X, Y, BLAS);
    Matrix far = new Matrix(1, 2, new double[] {60, 0});

    // at 100 length scales the kernel is below 1e-90
    assertArrayEquals(new double[3], gp.means(far).values(), 1e-80);
    assertArrayEquals(new double[] {2.5}, gp.variances(far), 0);
  }

  @Test
  void onePointIsPredictedLikeMany() {
    var gp = ExactGaussianProcess.condition(matern(0.7, 0.01), X, Y, BLAS);
    Matrix means = gp.means(X_STAR);
    double[] variances = gp.variances(X_STAR);

    for (int i = 0; i < X_STAR.rows(); i += 37) {
      // kernels are the same bits, sums over points may be rounded in another order
      assertArrayEquals(means.rows(i, 1).values(), gp.means(X_STAR.rows(i, 1)).values(), 1e-13);
      assertEquals(variances[i], gp.variances(X_STAR.rows(i, 1))[0], 1e-13);
    }
  }

  @Test
  void laterChangesOfTheMatricesDoNotMatter() {
    Matrix x = column(0, 1);
    Matrix y = column(1, 2);
    var gp = ExactGaussianProcess.condition(matern(1, 0.1), x, y, BLAS);
    double before = gp.means(column(0.5)).at(0, 0);

    x.set(0, 0, 100);
    y.set(1, 0, 100);
    gp.x().set(0, 0, 100);
    gp.alpha().set(0, 0, 100);

    assertEquals(before, gp.means(column(0.5)).at(0, 0), 0);
  }

  @Test
  void noiseMakesRepeatedPointsAnAverage() {
    var gp = ExactGaussianProcess.condition(matern(1, 1e-9), column(1, 1), column(3, 5), BLAS);

    // σ_n² relative to σ_f², and a condition of 1e9
    assertEquals(4, gp.means(column(1)).at(0, 0), 1e-6);
    assertEquals(0, gp.jitter());
  }

  @Test
  void variancesOfManyPointsAreThoseOfTheirParts() {
    var gp = ExactGaussianProcess.condition(matern(0.7, 0.01), X, Y, BLAS);
    Matrix many = RandomPoints.matrix(new SplittableRandom(6), 1100, 2); // three blocks

    double[] variances = gp.variances(many);

    for (int first = 0; first < 1100; first += 100) {
      double[] part = Arrays.copyOfRange(variances, first, first + 100);
      assertArrayEquals(gp.variances(many.rows(first, 100)), part, 1e-13); // rounding
    }
  }

  @ParameterizedTest(name = "signal variance {0}")
  @ValueSource(doubles = {1e-12, 1, 1e12})
  void jitterMakesRepeatedPointsWithoutNoiseAnAverage(double signalVariance) {
    var gp =
        ExactGaussianProcess.condition(
            matern(signalVariance, 1, 0), column(1, 2, 1), column(3, 4, 5), BLAS);

    assertEquals(1e-10 * signalVariance, gp.jitter(), 1e-20 * signalVariance);
    assertEquals(4, gp.means(column(1)).at(0, 0), 1e-5); // a condition of 1e10
  }

  @Test
  void constantOutputsArePredictedAsTheConstant() {
    Matrix y = new Matrix(40, 2);
    for (int i = 0; i < 40; i++) {
      y.set(i, 0, 7);
    }

    var gp = ExactGaussianProcess.condition(matern(1, 1e-6), X, y, BLAS);

    for (int i = 0; i < 40; i++) {
      assertEquals(7, gp.means(X).at(i, 0), 1e-2); // the prior's mean of 0 pulls a little
      assertEquals(0, gp.means(X).at(i, 1), 0);
    }
  }

  /** A limit that ignores the scale would refuse targets in small units. */
  @ParameterizedTest(name = "unit {0}")
  @ValueSource(doubles = {1e-12, 1e-6, 1e6})
  void unitOfTheTargetDoesNotMatter(double unit) {
    Matrix scaled = Y.copy();
    for (int i = 0; i < scaled.values().length; i++) {
      scaled.values()[i] *= unit;
    }

    var expected = ExactGaussianProcess.condition(matern(1, 0.7, 0.01), X, Y, BLAS);
    var actual =
        ExactGaussianProcess.condition(
            matern(unit * unit, 0.7, 0.01 * unit * unit), X, scaled, BLAS);

    // rounding, at a condition of about 1e3
    assertEquals(expected.means(X_STAR).at(3, 1), actual.means(X_STAR).at(3, 1) / unit, 1e-11);
    assertEquals(expected.variances(X_STAR)[3], actual.variances(X_STAR)[3] / (unit * unit), 1e-11);
  }

  @Test
  void refusesPointsThatDoNotFit() {
    var gp = ExactGaussianProcess.condition(matern(1, 0.1), X, Y, BLAS);
    Matrix three = new Matrix(2, 3);
    Matrix infinite = new Matrix(1, 2, new double[] {0, Double.POSITIVE_INFINITY});

    for (var predict : List.<Consumer<Matrix>>of(gp::means, gp::variances)) {
      var wrongInputs = assertThrows(IllegalArgumentException.class, () -> predict.accept(three));
      assertEquals("expected points with 2 inputs, got 3", wrongInputs.getMessage());
      var notFinite = assertThrows(IllegalArgumentException.class, () -> predict.accept(infinite));
      assertEquals(
          "xStar of point 0 (counted from 0), input 1, is Infinity: every number must be finite",
          notFinite.getMessage());
    }
  }

  @Test
  void refusesADiagonalThatOverflows() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ExactGaussianProcess.condition(matern(1e308, 1, 1e308), X, Y, BLAS));
  }
}
