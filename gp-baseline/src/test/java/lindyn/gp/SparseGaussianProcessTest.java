package lindyn.gp;

import static lindyn.gp.SparseExample.BLAS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparseGaussianProcessTest {

  @ParameterizedTest
  @MethodSource("lindyn.gp.GoldenCase#sparse")
  void agreesWithDenseFormulas(GoldenCase golden) {
    var gp =
        SparseGaussianProcess.condition(
            golden.hyperparameters(), golden.z(), golden.x(), golden.y(), BLAS);

    Matrix means = gp.means(golden.xStar());
    double[] variances = gp.variances(golden.xStar());

    // what is asked of it; the table holds row after row
    for (int i = 0; i < means.rows(); i++) {
      for (int output = 0; output < means.columns(); output++) {
        double mean = golden.means().get(i * means.columns() + output);
        assertEquals(mean, means.at(i, output), 1e-9 * Math.abs(mean));
      }
      assertEquals(golden.variances().get(i), variances[i], 1e-9 * golden.variances().get(i));
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isTheExactProcessWhereEveryPointInduces(KernelFamily family) {
    SparseExample data = SparseExample.random(5, 40, 40);
    var hyperparameters = SparseExample.hyperparameters(family, 1.5, new double[] {0.7, 1.2}, 0.01);
    var exact = ExactGaussianProcess.condition(hyperparameters, data.x(), data.y(), BLAS);
    Matrix xStar = SparseExample.random(6, 30, 1).x();

    SparseGaussianProcess sparse = data.condition(hyperparameters);

    // the jitter is 1e-8 of the noise
    assertArrayEquals(exact.means(xStar).values(), sparse.means(xStar).values(), 1e-7);
    assertArrayEquals(exact.variances(xStar), sparse.variances(xStar), 1e-7);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void varianceIsNeverNegativeNorAboveThePrior(long seed) {
    // so smooth and so free of noise that rounding shows
    var gp = SparseExample.random(seed, 80, 30).condition(SparseExample.matern(1, 20, 1e-9));

    for (double variance : gp.variances(SparseExample.random(seed + 100, 600, 1).x())) {
      assertTrue(variance >= 0 && variance <= 1, "variance " + variance);
    }
  }

  @Test
  void farFromTheDataIsThePrior() {
    var gp = SparseExample.random(1, 50, 20).condition(SparseExample.matern(2.5, 0.6, 0.01));
    var far = new Matrix(1, 2, new double[] {60, 0});

    // at 90 length scales the kernel is below 1e-80
    assertArrayEquals(new double[2], gp.means(far).values(), 1e-75);
    assertEquals(2.5, gp.variances(far)[0], 0);
  }

  @Test
  void isTheSameAfterItsFile() {
    SparseExample data = SparseExample.random(4, 300, 25);
    SparseGaussianProcess gp = data.condition(SparseExample.matern(1.2, 1.1, 0.05));

    var restored = SparseGaussianProcess.restored(gp.posterior(), BLAS);

    assertArrayEquals(gp.means(data.x()).values(), restored.means(data.x()).values(), 0);
    assertArrayEquals(gp.variances(data.x()), restored.variances(data.x()), 0);
    assertEquals(gp.hyperparameters(), restored.hyperparameters());
    assertEquals(2, restored.inputs());
    assertEquals(2, restored.outputs());
  }

  @Test
  void laterChangesOfTheNumbersDoNotMatter() {
    SparseExample data = SparseExample.random(4, 300, 25);
    SparseGaussianProcess gp = data.condition(SparseExample.matern(1.2, 1.1, 0.05));
    var file = gp.posterior();
    var restored = SparseGaussianProcess.restored(file, BLAS);
    Matrix xStar = SparseExample.random(5, 20, 1).x();
    double[] means = gp.means(xStar).values();
    double[] variances = gp.variances(xStar);

    for (Matrix matrix :
        new Matrix[] {data.x(), data.y(), data.z(), file.z(), file.weights(), file.factor()}) {
      matrix.values()[0] += 1;
    }

    assertArrayEquals(means, gp.means(xStar).values(), 0);
    assertArrayEquals(variances, gp.variances(xStar), 0);
    assertArrayEquals(means, restored.means(xStar).values(), 0);
    assertArrayEquals(variances, restored.variances(xStar), 0);
  }

  @Test
  void predictsManyPointsLikeEachAlone() {
    SparseExample data = SparseExample.random(4, 600, 25);
    SparseGaussianProcess gp = data.condition(SparseExample.matern(1.2, 1.1, 0.05));

    Matrix means = gp.means(data.x());
    double[] variances = gp.variances(data.x());

    for (int i = 0; i < data.x().rows(); i += 7) {
      var alone = new Matrix(1, 2, new double[] {data.x().at(i, 0), data.x().at(i, 1)});
      // sums of another order: rounding, and weights of up to 1e3
      assertEquals(gp.means(alone).at(0, 0), means.at(i, 0), 1e-12);
      assertEquals(gp.means(alone).at(0, 1), means.at(i, 1), 1e-12);
      assertEquals(gp.variances(alone)[0], variances[i], 1e-12);
    }
  }

  @Test
  void isTheSameBitsOnAnyNumberOfThreads() {
    SparseExample data = SparseExample.random(4, 2000, 25);
    Hyperparameters hyperparameters = SparseExample.matern(1.2, 1.1, 0.05);

    double[] one =
        SparseExample.onThreads(1, () -> data.condition(hyperparameters).variances(data.x()));
    double[] three =
        SparseExample.onThreads(3, () -> data.condition(hyperparameters).variances(data.x()));

    assertArrayEquals(one, three, 0);
  }

  /** Information never hurts: with more observations f is known better everywhere. */
  @Test
  void varianceShrinksWithData() {
    SparseExample data = SparseExample.random(8, 200, 30);
    var fewer = new SparseExample(data.z(), data.x().rows(0, 100), data.y().rows(0, 100));
    Matrix xStar = SparseExample.random(9, 50, 1).x();
    Hyperparameters hyperparameters = SparseExample.matern(1.2, 1.1, 0.05);

    double[] before = fewer.condition(hyperparameters).variances(xStar);
    double[] after = data.condition(hyperparameters).variances(xStar);

    for (int i = 0; i < before.length; i++) {
      assertTrue(after[i] < before[i], after[i] + " after " + before[i]);
    }
  }

  @Test
  void orderOfTheObservationsDoesNotMatter() {
    SparseExample data = SparseExample.random(8, 200, 30);
    int[] order = RandomPoints.order(new SplittableRandom(1), 200);
    Hyperparameters hyperparameters = SparseExample.matern(1.2, 1.1, 0.05);

    var reordered =
        new SparseExample(
                data.z(),
                RandomPoints.reordered(data.x(), order),
                RandomPoints.reordered(data.y(), order))
            .condition(hyperparameters);

    // sums of another order: rounding, and weights of up to 1e3
    var expected = data.condition(hyperparameters);
    assertArrayEquals(expected.means(data.x()).values(), reordered.means(data.x()).values(), 1e-11);
    assertArrayEquals(expected.variances(data.x()), reordered.variances(data.x()), 1e-11);
  }

  @Test
  void rejectsHyperparametersThatItCannotUse() {
    SparseExample data = SparseExample.random(1, 20, 5);

    assertEquals(
        "a sparse process needs a noise variance above 0",
        rejected(() -> data.condition(SparseExample.matern(1, 1, 0))));
    assertTrue(
        rejected(() -> data.condition(SparseExample.matern(1e300, 1, 1e-10)))
            .startsWith("numbers overflow under Hyperparameters["));
    // ten observations of one place: beside 1e30 in all directions the unit matrix is lost
    var repeated = new SparseExample(data.x().rows(0, 10), new Matrix(10, 2), new Matrix(10, 1));
    assertTrue(
        rejected(() -> repeated.condition(SparseExample.matern(1, 1, 1e-30)))
            .startsWith(
                "noiseVariance is too small to factorise I + V Vᵀ / noiseVariance under"
                    + " Hyperparameters["));
  }

  @Test
  void rejectsPointsWithOtherInputs() {
    var gp = SparseExample.random(1, 20, 5).condition(SparseExample.matern(1, 1, 0.1));
    var xStar = new Matrix(4, 3);

    assertEquals("expected points with 2 inputs, got 3", rejected(() -> gp.means(xStar)));
    assertEquals("expected points with 2 inputs, got 3", rejected(() -> gp.variances(xStar)));
  }

  @Test
  void rejectsFilesWhosePartsDoNotFit() {
    SparsePosterior good =
        SparseExample.random(1, 20, 5).condition(SparseExample.matern(1, 1, 0.1)).posterior();
    Hyperparameters hyperparameters = good.hyperparameters();

    assertEquals(
        "weights of 5 inducing points have 4 rows",
        rejected(
            () ->
                new SparsePosterior(
                    hyperparameters, 0, good.z(), new Matrix(4, 2), good.factor())));
    assertEquals(
        "the factor of 5 inducing points has 4 columns",
        rejected(
            () ->
                new SparsePosterior(
                    hyperparameters, 0, good.z(), good.weights(), new Matrix(5, 4))));
    assertEquals(
        "diagonal of the factor must be positive and finite, got 0.0",
        rejected(
            () ->
                new SparsePosterior(
                    hyperparameters, 0, good.z(), good.weights(), new Matrix(5, 5))));
    assertEquals(
        "points have 3 inputs, the kernel 2 length scales",
        rejected(
            () ->
                new SparsePosterior(
                    SparseExample.hyperparameters(
                        KernelFamily.MATERN_52, 1, new double[] {1, 2}, 0.1),
                    0,
                    new Matrix(5, 3),
                    good.weights(),
                    good.factor())));
  }

  @Test
  void findsTheJitterThatAFileLacks() {
    SparseExample data = SparseExample.random(4, 300, 25);
    SparsePosterior posterior = data.condition(SparseExample.matern(1.2, 1.1, 0.05)).posterior();
    var other =
        new SparsePosterior(
            posterior.hyperparameters(), 0, data.z(), posterior.weights(), posterior.factor());

    var restored = SparseGaussianProcess.restored(other, BLAS);

    double[] expected = SparseGaussianProcess.restored(posterior, BLAS).variances(data.x());
    assertArrayEquals(expected, restored.variances(data.x()), 0);
  }

  private static String rejected(Runnable action) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
