package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianProcessTest {

  private static final Kernel KERNEL = new Matern52(1, 1);

  private static final double[][] X = {
    {-1.5, 0.3}, {-1.1, -0.8}, {-0.4, 1.2}, {0, 0}, {0.2, -1.4}, {0.7, 0.6}, {1.3, -0.5}, {1.8, 1.1}
  };
  private static final double[] Y = {0.9, -0.4, 1.3, 0.1, -1.6, 0.8, -0.2, 1.7};

  /** Golden values from scikit-learn; src/test/python/posterior.py makes them. */
  @ParameterizedTest
  @CsvFileSource(resources = "posterior.csv", useHeadersInDisplayName = true)
  void agreesWithScikitLearn(
      double signalVariance,
      double lengthScale,
      double noiseVariance,
      double xStar0,
      double xStar1,
      double mean,
      double variance,
      double logMarginalLikelihood) {
    var gp = GaussianProcess.fit(new Matern52(signalVariance, lengthScale), noiseVariance, X, Y);

    var actual = gp.predict(new double[] {xStar0, xStar1});

    // rounding at 1e-16, the condition of the covariance below 10, and digits to spare
    assertAll(
        () -> assertEquals(mean, actual.mean(), 1e-12),
        () -> assertEquals(variance, actual.variance(), 1e-12),
        () -> assertEquals(logMarginalLikelihood, gp.logMarginalLikelihood(), 1e-12));
  }

  /** One observation can be conditioned on by hand, R&amp;W eqs 2.25, 2.26 and 2.30. */
  @Test
  void oneObservationGivesTheFormulasOfOneNumber() {
    var gp = GaussianProcess.fit(new Matern52(3, 0.5), 1, new double[][] {{2}}, new double[] {0.8});

    var at = gp.predict(new double[] {2});

    assertAll(
        () -> assertEquals(0.8 * 3 / 4, at.mean(), 1e-15),
        () -> assertEquals(3 - 3 * 3 / 4.0, at.variance(), 1e-15),
        () ->
            assertEquals(
                -0.64 / 8 - 0.5 * Math.log(2 * Math.PI * 4), gp.logMarginalLikelihood(), 1e-15));
  }

  @ParameterizedTest(name = "noise variance {0}")
  @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 0})
  void interpolatesAsTheNoiseVanishes(double noiseVariance) {
    var gp = GaussianProcess.fit(KERNEL, noiseVariance, X, Y);

    for (int i = 0; i < X.length; i++) {
      var at = gp.predict(X[i]);
      // the residual is σ_n² α, and |α| < 10 here; beside it rounding
      assertEquals(Y[i], at.mean(), 10 * noiseVariance + 1e-14);
      assertEquals(0, at.variance(), noiseVariance + 1e-14);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void varianceIsNeverNegativeNorAboveThePrior(long seed) {
    var random = new SplittableRandom(seed);
    double[][] x = new double[30][];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.doubles(2, -1, 1).toArray();
    }
    double[] y = random.doubles(x.length, -1, 1).toArray();
    // so smooth and so free of noise that rounding shows
    var gp = GaussianProcess.fit(new Matern52(1, 20), 1e-9, x, y);

    for (int i = 0; i < 200; i++) {
      double variance = gp.predict(random.doubles(2, -2, 2).toArray()).variance();

      assertTrue(variance >= 0 && variance <= 1, "variance " + variance);
    }
  }

  @Test
  void farFromTheDataIsThePrior() {
    var gp = GaussianProcess.fit(new Matern52(2.5, 0.6), 0.01, X, Y);

    var at = gp.predict(new double[] {40, 0});

    // at 60 length scales the kernel is below 1e-50
    assertEquals(0, at.mean(), 1e-50);
    assertEquals(2.5, at.variance(), 0);
  }

  @Test
  void laterChangesOfTheArraysDoNotMatter() {
    double[][] x = {{0}, {1}};
    double[] y = {1, 2};
    var gp = GaussianProcess.fit(KERNEL, 0.1, x, y);
    var before = gp.predict(new double[] {0.5});

    x[0][0] = 100;
    y[1] = 100;

    assertEquals(before, gp.predict(new double[] {0.5}));
  }

  @Test
  void namesTheInputThatRepeatsAnother() {
    double[][] x = {{0}, {1}, {2}, {1}};

    var thrown =
        assertThrows(
            CovarianceNotPositiveDefiniteException.class,
            () -> GaussianProcess.fit(KERNEL, 0, x, new double[4]));

    String message = String.valueOf(thrown.getMessage());
    String pivot = "covariance of 4 points is not positive definite: pivot 3 is \\S+; under ";
    String advice =
        "Matern52[signalVariance=1.0, lengthScale=1.0] with noiseVariance 0.0 that point (nearly)"
            + " repeats earlier ones; drop it or raise noiseVariance";
    assertTrue(message.matches(pivot + Pattern.quote(advice)), message);
  }

  @Test
  void noiseMakesRepeatedInputsAnAverage() {
    double[][] x = {{1}, {1}};

    var at = GaussianProcess.fit(KERNEL, 1e-9, x, new double[] {3, 5}).predict(new double[] {1});

    // σ_n² relative to σ_f², and a condition of 1e9
    assertEquals(4, at.mean(), 1e-6);
  }

  /** A limit that ignores the scale would refuse targets in small units. */
  @ParameterizedTest(name = "unit {0}")
  @ValueSource(doubles = {1e-12, 1e-6, 1e6})
  void unitOfTheTargetDoesNotMatter(double unit) {
    double[] scaled = new double[Y.length];
    for (int i = 0; i < Y.length; i++) {
      scaled[i] = unit * Y[i];
    }
    double[] xStar = {0.1, 0.1};

    var expected = GaussianProcess.fit(KERNEL, 0.01, X, Y).predict(xStar);
    var actual =
        GaussianProcess.fit(new Matern52(unit * unit, 1), 0.01 * unit * unit, X, scaled)
            .predict(xStar);

    assertEquals(expected.mean(), actual.mean() / unit, 1e-12);
    assertEquals(expected.variance(), actual.variance() / (unit * unit), 1e-12);
  }

  @Test
  void refusesObservationsThatDoNotFit() {
    assertAll(
        () -> assertRefused("number of observations must be at least 1, got 0", new double[0][]),
        () -> assertRefused("x has 1 rows, y has 2", new double[][] {{1}}, 1, 2),
        () -> assertRefused("x[1] has 2 inputs, x[0] has 1", new double[][] {{1}, {1, 2}}, 1, 2),
        () ->
            assertRefused(
                "observation 1 is not finite: x [NaN], y 2.0",
                new double[][] {{1}, {Double.NaN}},
                1,
                2),
        () ->
            assertRefused(
                "observation 0 is not finite: x [1.0], y Infinity",
                new double[][] {{1}},
                Double.POSITIVE_INFINITY));
  }

  private static void assertRefused(String message, double[][] x, double... y) {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> GaussianProcess.fit(KERNEL, 0.1, x, y));
    assertEquals(message, thrown.getMessage());
  }

  @Test
  void refusesANegativeNoiseVariance() {
    assertThrows(IllegalArgumentException.class, () -> GaussianProcess.fit(KERNEL, -1e-9, X, Y));
  }

  @Test
  void refusesAnInputOfAnotherLength() {
    var gp = GaussianProcess.fit(KERNEL, 0.1, X, Y);

    assertThrows(IllegalArgumentException.class, () -> gp.predict(new double[] {1, 2, 3}));
  }
}
