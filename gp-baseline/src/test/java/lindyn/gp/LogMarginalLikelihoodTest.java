package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Objective.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogMarginalLikelihoodTest {

  private static final Blas BLAS = Blas.fastest();

  private static final Matrix X = RandomPoints.matrix(new SplittableRandom(3), 40, 3);
  private static final Matrix Y = RandomPoints.waves(X, 2);

  /** Log σ_f², log ℓ three times, log σ_n². */
  private static final double[] THETA = {0.3, -0.5, 0.1, 0.4, -3};

  @ParameterizedTest
  @MethodSource("lindyn.gp.GoldenCase#all")
  void agreesWithOtherImplementations(GoldenCase golden) {
    Hyperparameters hyperparameters = golden.hyperparameters();
    var likelihood =
        new LogMarginalLikelihood(hyperparameters.kernel().family(), golden.x(), golden.y(), BLAS);

    Value actual = likelihood.at(hyperparameters.logarithms());

    assertRelative(golden.logMarginalLikelihood(), actual.value());
    assertEquals(golden.gradient().size(), actual.gradient().length);
    for (int i = 0; i < actual.gradient().length; i++) {
      assertRelative(golden.gradient().get(i), actual.gradient()[i]);
    }
  }

  /** What is asked of the library; scikit-learn itself is 2e-11 away from 50 digits. */
  private static void assertRelative(double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * Math.abs(expected));
  }

  @ParameterizedTest
  @EnumSource
  void gradientIsTheSlopeOfTheValue(KernelFamily family) {
    var likelihood = new LogMarginalLikelihood(family, X, Y, BLAS);

    assertSlopes(likelihood, THETA);
    assertSlopes(likelihood, new double[] {0.3, -0.5, -3});
  }

  private static void assertSlopes(LogMarginalLikelihood likelihood, double[] theta) {
    double step = 1e-5;
    double[] gradient = likelihood.at(theta).gradient();
    for (int i = 0; i < theta.length; i++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += step;
      down[i] -= step;
      double slope = (likelihood.at(up).value() - likelihood.at(down).value()) / (2 * step);
      // the third derivative times step², and rounding of the value over the step
      assertEquals(slope, gradient[i], 1e-6 * (1 + Math.abs(slope)));
    }
  }

  @Test
  void ofOneLengthScaleForAllIsThatOfAsManyEqualOnes() {
    var likelihood = new LogMarginalLikelihood(KernelFamily.MATERN_52, X, Y, BLAS);

    Value isotropic = likelihood.at(new double[] {0.3, 0.2, -3});
    Value each = likelihood.at(new double[] {0.3, 0.2, 0.2, 0.2, -3});

    // rounding of 40 pivots at a condition of about 1e3
    assertEquals(isotropic.value(), each.value(), 1e-10);
    double sum = each.gradient()[1] + each.gradient()[2] + each.gradient()[3];
    assertEquals(isotropic.gradient()[1], sum, 1e-10 * Math.abs(sum));
  }

  @Test
  void ofOutputsThatShareHyperparametersIsTheSumOverThem() {
    double value = 0;
    double[] gradient = new double[THETA.length];
    for (int output = 0; output < Y.columns(); output++) {
      double[] column = new double[Y.rows()];
      System.arraycopy(Y.values(), output * Y.rows(), column, 0, Y.rows());
      Matrix y = new Matrix(Y.rows(), 1, column);
      Value single = new LogMarginalLikelihood(KernelFamily.MATERN_32, X, y, BLAS).at(THETA);
      value += single.value();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += single.gradient()[i];
      }
    }

    Value together = new LogMarginalLikelihood(KernelFamily.MATERN_32, X, Y, BLAS).at(THETA);

    assertEquals(value, together.value(), 1e-12 * Math.abs(value)); // rounding
    // rounding, at a condition of about 1e3
    assertArrayEquals(gradient, together.gradient(), 1e-10);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void orderOfThePointsDoesNotMatter(long seed) {
    int[] order = RandomPoints.order(new SplittableRandom(seed), X.rows());
    var likelihood = new LogMarginalLikelihood(KernelFamily.MATERN_52, X, Y, BLAS);
    var reordered =
        new LogMarginalLikelihood(
            KernelFamily.MATERN_52,
            RandomPoints.reordered(X, order),
            RandomPoints.reordered(Y, order),
            BLAS);

    Value expected = likelihood.at(THETA);
    Value actual = reordered.at(THETA);

    // rounding, at a condition of about 1e3
    assertEquals(expected.value(), actual.value(), 1e-10);
    assertArrayEquals(expected.gradient(), actual.gradient(), 1e-10);
  }

  @Test
  void hasTheSameBitsOnAnyNumberOfThreadsAndEachTime() throws Exception {
    Matrix x = RandomPoints.matrix(new SplittableRandom(5), 600, 3); // more than one tile
    var likelihood =
        new LogMarginalLikelihood(KernelFamily.MATERN_52, x, RandomPoints.waves(x, 2), BLAS);

    Value expected = onThreads(1, likelihood);

    for (int threads : new int[] {1, 3}) {
      Value actual = onThreads(threads, likelihood);
      assertEquals(expected.value(), actual.value(), 0);
      assertArrayEquals(expected.gradient(), actual.gradient(), 0);
    }
  }

  private static Value onThreads(int threads, LogMarginalLikelihood likelihood) throws Exception {
    var pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> likelihood.at(THETA)).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void isMinusInfinityWhereThereIsNoFactor() {
    Matrix twice = new Matrix(4, 1, new double[] {0, 1, 0, 2});
    Matrix y = new Matrix(4, 1, new double[] {1, 2, 3, 4});
    var likelihood = new LogMarginalLikelihood(KernelFamily.MATERN_52, twice, y, BLAS);

    assertNowhere(likelihood.at(new double[] {0, 0, Double.NEGATIVE_INFINITY}));
    assertNowhere(likelihood.at(new double[] {0, 0, -40}));
    assertTrue(Double.isFinite(likelihood.at(new double[] {0, 0, -5}).value()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1000, -1000, Double.POSITIVE_INFINITY})
  void isMinusInfinityWhereHyperparametersOverflow(double wrong) {
    var likelihood = new LogMarginalLikelihood(KernelFamily.MATERN_52, X, Y, BLAS);

    assertNowhere(likelihood.at(new double[] {wrong, 0, 0}));
    assertNowhere(likelihood.at(new double[] {0, wrong, 0}));
    if (wrong > 0) {
      assertNowhere(likelihood.at(new double[] {0, 0, wrong}));
    }
  }

  private static void assertNowhere(Value value) {
    assertEquals(Double.NEGATIVE_INFINITY, value.value());
    assertArrayEquals(new double[value.gradient().length], value.gradient());
  }

  /** Then noise and signal explain it, with less variance the better. */
  @Test
  void ofConstantZeroTargetsGrowsAsTheVariancesVanish() {
    var likelihood =
        new LogMarginalLikelihood(KernelFamily.MATERN_52, X, new Matrix(X.rows(), 1), BLAS);

    Value value = likelihood.at(new double[] {-2, 0, -6});

    assertTrue(value.gradient()[0] < 0 && value.gradient()[2] < 0);
    assertTrue(likelihood.at(new double[] {-12, 0, -16}).value() > value.value());
  }

  @Test
  void refusesThetaOfAnotherLengthOrWithoutNumbers() {
    var likelihood = new LogMarginalLikelihood(KernelFamily.MATERN_52, X, Y, BLAS);

    assertRefused(
        "theta has 2 length scales, which do not cover 3 inputs a whole number of times",
        () -> likelihood.at(new double[4]));
    assertRefused(
        "theta has a NaN: [0.0, NaN, 0.0]", () -> likelihood.at(new double[] {0, Double.NaN, 0}));
  }

  @Test
  void refusesObservationsThatDoNotFit() {
    assertRefused(
        "x has 40 points, y has 39: there must be one y per x",
        () -> new LogMarginalLikelihood(KernelFamily.MATERN_52, X, new Matrix(39, 1), BLAS));
  }

  private static void assertRefused(String message, Runnable call) {
    var thrown = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, thrown.getMessage());
  }
}
