package lindyn.gp;

import static lindyn.gp.SparseExample.BLAS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparseBoundTest {

  @ParameterizedTest
  @MethodSource("lindyn.gp.GoldenCase#sparse")
  void agreesWithDenseFormulas(GoldenCase golden) {
    Hyperparameters hyperparameters = golden.hyperparameters();
    var bound =
        new SparseBound(
            hyperparameters.kernel().family(), golden.z(), golden.x(), golden.y(), BLAS);

    var actual = bound.at(hyperparameters.logarithms());

    double expected = golden.logMarginalLikelihood();
    assertEquals(expected, actual.value(), 1e-9 * Math.abs(expected)); // what is asked of it
    assertEquals(golden.gradient().size(), actual.gradient().length);
    // a derivative is a small difference of the greatest ones
    double greatest = golden.gradient().stream().mapToDouble(Math::abs).max().orElseThrow();
    for (int i = 0; i < actual.gradient().length; i++) {
      assertEquals(golden.gradient().get(i), actual.gradient()[i], 1e-9 * greatest);
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void gradientAgreesWithDifferences(KernelFamily family) {
    SparseBound bound = SparseExample.random(3, 700, 40).bound(family);
    double[] theta = {0.3, -1.2, -0.6, -2};
    double step = 1e-4;

    double[] gradient = bound.at(theta).gradient();

    for (int i = 0; i < theta.length; i++) {
      double[] above = theta.clone();
      above[i] += step;
      double[] below = theta.clone();
      below[i] -= step;
      double difference = (bound.at(above).value() - bound.at(below).value()) / (2 * step);
      // the error of the difference is step² times a sixth of the third derivative
      assertEquals(difference, gradient[i], 1e-7 * (1 + Math.abs(difference)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isTheLogMarginalLikelihoodWhereEveryPointInduces(KernelFamily family) {
    SparseExample data = SparseExample.random(5, 40, 40);
    var hyperparameters = SparseExample.hyperparameters(family, 1.5, new double[] {0.7, 1.2}, 0.01);

    double bound = data.bound(family).at(hyperparameters.logarithms()).value();

    double exact = exact(hyperparameters, data);
    // the jitter costs about n p jitter / σ_n² = 1e-6
    assertEquals(exact, bound, 2e-6);
  }

  private static double exact(Hyperparameters hyperparameters, SparseExample data) {
    return new LogMarginalLikelihood(hyperparameters.kernel().family(), data.x(), data.y(), BLAS)
        .at(hyperparameters.logarithms())
        .value();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverExceedsTheLogMarginalLikelihood(long seed) {
    var random = new SplittableRandom(seed);
    SparseExample data = SparseExample.random(seed, 60, 12);
    SparseExample.fill(data.z(), (i, d) -> random.nextDouble(-3, 3));
    var hyperparameters =
        SparseExample.matern(
            random.nextDouble(0.1, 5), random.nextDouble(0.2, 4), random.nextDouble(0.001, 0.5));

    double bound = data.bound(KernelFamily.MATERN_52).at(hyperparameters.logarithms()).value();

    double exact = exact(hyperparameters, data);
    assertTrue(bound <= exact, bound + " above " + exact);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void growsWithEveryInducingPoint(long seed) {
    double[] theta = SparseExample.matern(1, 1, 0.01).logarithms();
    double last = Double.NEGATIVE_INFINITY;

    for (int inducing = 1; inducing <= 100; inducing += 9) {
      var data = SparseExample.random(seed, 100, inducing); // the same points for one seed
      double bound = data.bound(KernelFamily.MATERN_52).at(theta).value();

      assertTrue(bound > last, bound + " after " + last);
      last = bound;
    }
  }

  /** Points that repeat each other, and a kernel so smooth that rounding makes K_mm indefinite. */
  @ParameterizedTest(name = "length scale {0}")
  @ValueSource(doubles = {1, 30, 1000, 1e6})
  void standsInducingPointsThatRepeatEachOther(double lengthScale) {
    SparseExample data = SparseExample.random(2, 100, 60);
    for (int i = 0; i < 30; i++) {
      data.z().set(i + 30, 0, data.z().at(i, 0));
      data.z().set(i + 30, 1, data.z().at(i, 1));
    }
    var hyperparameters =
        SparseExample.hyperparameters(
            KernelFamily.SQUARED_EXPONENTIAL, 1, new double[] {lengthScale}, 0.01);

    double bound =
        data.bound(KernelFamily.SQUARED_EXPONENTIAL).at(hyperparameters.logarithms()).value();

    assertTrue(Double.isFinite(bound), "bound " + bound);
    assertTrue(bound <= exact(hyperparameters, data) + 1e-6);
  }

  @Test
  void blocksDoNotMatterBeyondRounding() {
    SparseExample data = SparseExample.random(7, 301, 30);
    double[] theta = SparseExample.matern(1.3, 0.9, 0.02).logarithms();

    Objective.Value one = inBlocks(data, 301).at(theta);

    for (int block : new int[] {1, 10, 100, 300}) {
      Objective.Value actual = inBlocks(data, block).at(theta);
      assertEquals(one.value(), actual.value(), 1e-11 * Math.abs(one.value()));
      for (int i = 0; i < theta.length; i++) {
        // terms of 1e5 cancel in the gradient
        assertEquals(one.gradient()[i], actual.gradient()[i], 1e-8);
      }
    }
  }

  private static SparseBound inBlocks(SparseExample data, int block) {
    return new SparseBound(
        KernelFamily.MATERN_52,
        new SparseData(data.z(), new Observations(data.x(), data.y()), block),
        BLAS);
  }

  @Test
  void isTheSameBitsOnAnyNumberOfThreads() {
    SparseBound bound = inBlocks(SparseExample.random(9, 500, 30), 16);
    double[] theta = SparseExample.matern(1.3, 0.9, 0.02).logarithms();

    Objective.Value one = SparseExample.onThreads(1, () -> bound.at(theta));
    Objective.Value three = SparseExample.onThreads(3, () -> bound.at(theta));

    assertEquals(one.value(), three.value(), 0);
    assertArrayEquals(one.gradient(), three.gradient(), 0);
  }

  @Test
  void doesNotExistWhereNumbersOverflow() {
    SparseBound bound = SparseExample.random(1, 10, 5).bound(KernelFamily.MATERN_52);

    for (double[] theta :
        new double[][] {{800, 0, 0}, {0, -800, 0}, {0, -360, 0}, {0, 0, -800}, {700, 0, -40}}) {
      Objective.Value actual = bound.at(theta);

      assertEquals(Double.NEGATIVE_INFINITY, actual.value());
      assertArrayEquals(new double[3], actual.gradient());
    }
  }

  @Test
  void rejectsAnotherNumberOfHyperparameters() {
    SparseBound bound = SparseExample.random(1, 10, 5).bound(KernelFamily.MATERN_52);

    var error = assertThrows(IllegalArgumentException.class, () -> bound.at(new double[5]));

    assertEquals(
        "theta has 3 length scales, which do not cover 2 inputs a whole number of times",
        error.getMessage());
  }

  @Test
  void rejectsHyperparametersThatAreNotNumbers() {
    SparseBound bound = SparseExample.random(1, 10, 5).bound(KernelFamily.MATERN_52);

    assertThrows(
        IllegalArgumentException.class, () -> bound.at(new double[] {0, Double.NaN, 0, 0}));
  }

  @Test
  void rejectsWhatDoesNotFitTogether() {
    var z = new Matrix(2, 3);
    var x = new Matrix(5, 3);
    var y = new Matrix(5, 1);

    assertEquals(
        "x has 5 points, y has 4: there must be one y per x", rejected(z, x, new Matrix(4, 1)));
    assertEquals("inducing points have 2 inputs, x has 3", rejected(new Matrix(2, 2), x, y));
    assertEquals(
        "6 inducing points for 5 points: there can be at most as many",
        rejected(new Matrix(6, 3), x, y));
  }

  @Test
  void rejectsNumbersThatAreNotFinite() {
    var z = new Matrix(2, 3);
    var x = new Matrix(5, 3);
    var y = new Matrix(5, 1);
    var bad = new Matrix(5, 3);
    bad.set(4, 1, Double.NaN);
    var badTargets = new Matrix(5, 1);
    badTargets.set(3, 0, Double.POSITIVE_INFINITY);
    var badInducing = new Matrix(2, 3);
    badInducing.set(1, 2, Double.NaN);

    assertEquals(
        "x of point 4 (counted from 0), input 1, is NaN: every number must be finite",
        rejected(z, bad, y));
    assertEquals(
        "y of point 3 (counted from 0), output 0, is Infinity: every number must be finite",
        rejected(z, x, badTargets));
    assertEquals(
        "z of point 1 (counted from 0), input 2, is NaN: every number must be finite",
        rejected(badInducing, x, y));
  }

  private static String rejected(Matrix z, Matrix x, Matrix y) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SparseBound(KernelFamily.MATERN_52, z, x, y, BLAS));
    return String.valueOf(error.getMessage());
  }
}
