package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.BoundedLbfgs;
import lindyn.gp.search.Objective;
import lindyn.gp.search.SearchReport;
import lindyn.gp.search.Stopping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperparameterSearchTest {

  private static final int POINTS = 200;
  private static final Matrix X = new Matrix(POINTS, 3);
  private static final Matrix Y = new Matrix(POINTS, 2);

  private static final List<String> ONE = HyperparameterSearch.ISOTROPIC;
  private static final List<String> EACH = List.of("of q", "of qd", "of qdd");
  private static final HyperparameterSearch ISOTROPIC =
      new HyperparameterSearch(KernelFamily.MATERN_52, ONE, 2, 1, 40);
  private static final HyperparameterSearch PER_INPUT =
      new HyperparameterSearch(KernelFamily.MATERN_52, EACH, 2, 1, 40);

  // the third input has no influence; the noise has a variance of 0.01
  static {
    var random = new SplittableRandom(5);
    for (int i = 0; i < POINTS; i++) {
      for (int d = 0; d < 3; d++) {
        X.set(i, d, random.nextDouble(-1, 1));
      }
      double f = Math.sin(3 * X.at(i, 0)) * Math.cos(2 * X.at(i, 1));
      Y.set(i, 0, f + 0.1 * normal(random));
      Y.set(i, 1, -f * f + 0.5 * X.at(i, 1) + 0.1 * normal(random));
    }
  }

  private static double normal(SplittableRandom random) {
    return random.doubles(12).sum() - 6; // variance 1
  }

  private static Objective likelihood(Matrix x, Matrix y) {
    return new LogMarginalLikelihood(KernelFamily.MATERN_52, x, y, Blas.fastest());
  }

  private static HyperparameterSearch.Found found(HyperparameterSearch search) {
    return search.find(X, Y, HyperparameterSearchTest::likelihood, progress -> {});
  }

  @ParameterizedTest(name = "one length scale per input: {0}")
  @CsvSource({"false", "true"})
  void reachesWhatASearchWithAllPointsReaches(boolean isPerInput) {
    var space = new HyperparameterSpace(X, Y, isPerInput ? EACH : ONE);
    double expected =
        BoundedLbfgs.DEFAULT
            .withStopping(Stopping.DEFAULT.withGainTolerance(1e-6))
            .maximise(likelihood(X, Y), space.bounds(), space.start())
            .end()
            .value();

    var found = found(isPerInput ? PER_INPUT : ISOTROPIC);

    assertEquals(expected, found.logMarginalLikelihood(), 0.05); // five tolerances
    assertEquals(
        likelihood(X, Y).at(found.hyperparameters().logarithms()).value(),
        found.logMarginalLikelihood(),
        1e-9); // through exp and log
  }

  @Test
  void findsTheNoiseAndTheIrrelevantInput() {
    var hyperparameters = found(PER_INPUT).hyperparameters();

    assertEquals(0.01, hyperparameters.noiseVariance(), 0.004);
    List<Double> lengthScales = hyperparameters.kernel().lengthScales();
    assertTrue(lengthScales.get(2) > 5 * lengthScales.get(0), lengthScales.toString());
  }

  @Test
  void climbsOnHalvesOfThePointsFirst() {
    List<Integer> sizes = new ArrayList<>();

    var found =
        PER_INPUT.find(
            X,
            Y,
            (x, y) -> {
              sizes.add(x.rows());
              return likelihood(x, y);
            },
            progress -> {});

    assertEquals(List.of(200, 50, 100, 200), sizes);
    assertEquals(
        List.of(50, 100, 200),
        found.stages().stream().map(HyperparameterSearch.Stage::points).toList());
    assertEquals(
        List.of(3, 1, 1),
        found.stages().stream().map(stage -> stage.report().restarts().size()).toList());
    assertTrue(found.stages().get(2).report().evaluations() < 15, found.stages().toString());
  }

  @Test
  void climbsTwiceOnAllPointsIfTheyAreFew() {
    var search = new HyperparameterSearch(KernelFamily.MATERN_52, ONE, 1, 1, 150);

    var found = found(search);

    assertEquals(
        List.of(2, 1),
        found.stages().stream().map(stage -> stage.report().restarts().size()).toList());
    assertEquals(found(ISOTROPIC).logMarginalLikelihood(), found.logMarginalLikelihood(), 0.02);
  }

  @Test
  void listenerHearsOneCountForAllStages() {
    List<Integer> heard = new ArrayList<>();

    var found =
        ISOTROPIC.find(
            X,
            Y,
            HyperparameterSearchTest::likelihood,
            progress -> heard.add(progress.evaluations()));

    for (int i = 0; i < heard.size(); i++) {
      assertEquals(i + 1, heard.get(i));
    }
    assertEquals(found.evaluations(), heard.size());
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertEquals(found(PER_INPUT).hyperparameters(), found(PER_INPUT).hyperparameters());
  }

  @Test
  void leavesTheLengthScaleOfAConstantInputAlone() {
    Matrix x = X.copy();
    for (int i = 0; i < POINTS; i++) {
      x.set(i, 2, 1);
    }

    var found = PER_INPUT.find(x, Y, HyperparameterSearchTest::likelihood, progress -> {});

    // without a gradient it stays where one of the ascents began
    double lengthScale = found.hyperparameters().kernel().lengthScales().get(2);
    assertTrue(lengthScale > 0.2 * Math.sqrt(3) && lengthScale < 5 * Math.sqrt(3));
    assertEquals(List.of(), found.warnings());
  }

  @Test
  void warnsWhenTheLikelihoodExistsNowhere() {
    var found =
        ISOTROPIC.find(
            X,
            Y,
            (x, y) ->
                theta -> new Objective.Value(Double.NEGATIVE_INFINITY, new double[theta.length]),
            progress -> {});

    assertEquals(Double.NEGATIVE_INFINITY, found.logMarginalLikelihood());
    SearchReport last = found.stages().get(found.stages().size() - 1).report();
    assertEquals(last.warnings(), found.warnings());
    assertEquals(1, last.warnings().size());
  }

  @Test
  void refusesNonsense() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new HyperparameterSearch(KernelFamily.MATERN_32, EACH, -1, 1, 100));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HyperparameterSearch(KernelFamily.MATERN_32, EACH, 0, 1, 1));
  }
}
