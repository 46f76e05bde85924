package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLbfgsTest {

  private static final BoundedLbfgs EXACT =
      BoundedLbfgs.DEFAULT.withStopping(Stopping.DEFAULT.withGainTolerance(1e-8));

  /** Golden values from scipy; src/test/python/lbfgsb.py makes them. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "lbfgsb.csv", useHeadersInDisplayName = true)
  void needsNoMoreEvaluationsThanScipy(TestFunction function, double maximum, int evaluations) {
    // a tenth of what is asked for below
    Ascent ascent =
        BoundedLbfgs.DEFAULT
            .withStopping(Stopping.DEFAULT.withGainTolerance(1e-7))
            .maximise(function.objective(), function.bounds(), function.start());

    assertEquals(maximum, ascent.end().value(), 1e-6);
    assertTrue(ascent.stop().converged());
    assertTrue(ascent.effort().evaluations() <= 1.3 * evaluations, ascent.effort().toString());
  }

  @ParameterizedTest(name = "dimension {0}, condition {1}")
  @CsvSource({"1, 1, 3", "2, 1, 5", "3, 10, 12", "10, 100, 30", "100, 10, 30", "20, 1e6, 130"})
  void findsTheMaximumOfAQuadratic(int dimension, double condition, int most) {
    Objective quadratic = TestFunction.quadratic(dimension, condition);

    Ascent ascent = EXACT.maximise(quadratic, Bounds.none(dimension), ones(dimension));

    assertEquals(0, ascent.end().value(), 1e-7); // ten times the tolerance of the gain
    assertTrue(ascent.effort().evaluations() <= most, ascent.effort().toString());
  }

  private static double[] ones(int dimension) {
    double[] ones = new double[dimension];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The maximum of −½ (x − m)² within bounds is the bounds' nearest place to m. */
  @Test
  void staysAtTheCornerThatIsNearestToTheMaximum() {
    var bounds = new Bounds(new double[] {-1, -1, -1}, new double[] {0.5, 3, 1});
    double[] middle = {2, 1, -4};

    Ascent ascent = EXACT.maximise(x -> bowl(x, middle), bounds, new double[3]);

    assertArrayEquals(new double[] {0.5, 1, -1}, ascent.end().coordinates(), 1e-4);
    assertEquals(List.of(Side.UPPER, Side.INSIDE, Side.LOWER), ascent.sides());
    assertEquals(StopReason.FLAT, ascent.stop());
  }

  private static Objective.Value bowl(double[] x, double[] middle) {
    double[] gradient = new double[x.length];
    Arrays.setAll(gradient, i -> middle[i] - x[i]);
    return new Objective.Value(-0.5 * Arrays.stream(gradient).map(g -> g * g).sum(), gradient);
  }

  /** −½ (x² + y² + 1.8 xy) with x at least 1 has its maximum −½ (1 − 0.81) at y = −0.9. */
  @Test
  void maximisesAlongABound() {
    Objective objective =
        x ->
            new Objective.Value(
                -0.5 * (x[0] * x[0] + x[1] * x[1] + 1.8 * x[0] * x[1]),
                new double[] {-x[0] - 0.9 * x[1], -x[1] - 0.9 * x[0]});
    var bounds = new Bounds(new double[] {1, -5}, new double[] {5, 5});

    Ascent ascent = EXACT.maximise(objective, bounds, new double[] {4, 4});

    assertEquals(-0.5 * (1 - 0.81), ascent.end().value(), 1e-7);
    assertArrayEquals(new double[] {1, -0.9}, ascent.end().coordinates(), 1e-4);
  }

  @Test
  void endsAfterOneEvaluationAtAMaximum() {
    Ascent inside = EXACT.maximise(x -> bowl(x, x), Bounds.none(2), new double[] {3, 4});
    var square = new Bounds(new double[2], new double[] {1, 1});
    Ascent corner = EXACT.maximise(x -> bowl(x, new double[] {2, 2}), square, new double[] {1, 1});

    assertEquals(new Ascent.Effort(1, 0), inside.effort());
    assertEquals(new Ascent.Effort(1, 0), corner.effort());
  }

  /** log x − x exists for x > 0 alone and has its maximum −1 at 1. */
  @ParameterizedTest(name = "{0} where it does not exist")
  @ValueSource(doubles = {Double.NEGATIVE_INFINITY, Double.NaN, Double.POSITIVE_INFINITY})
  void backsOutOfWhereTheFunctionDoesNotExist(double nothing) {
    Objective objective =
        x ->
            x[0] > 0
                ? new Objective.Value(Math.log(x[0]) - x[0], new double[] {1 / x[0] - 1})
                : new Objective.Value(nothing, new double[] {Double.NaN});

    Ascent ascent = EXACT.maximise(objective, Bounds.none(1), new double[] {1.9});

    assertEquals(-1, ascent.end().value(), 1e-7);
  }

  @Test
  void endsAtOnceIfTheFunctionDoesNotExistAtTheStart() {
    Ascent ascent =
        EXACT.maximise(
            x -> new Objective.Value(Double.NaN, new double[1]), Bounds.none(1), new double[1]);

    assertEquals(StopReason.UNDEFINED_START, ascent.stop());
    assertEquals(Double.NEGATIVE_INFINITY, ascent.end().value());
    assertEquals(1, ascent.effort().evaluations());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverLeavesTheBoundsNorTakesALongStep(long seed) {
    var random = new SplittableRandom(seed);
    int dimension = random.nextInt(1, 6);
    double[] lower = random.doubles(dimension, -3, 0.5).toArray();
    double[] upper = Arrays.stream(lower).map(bound -> bound + random.nextDouble(0, 6)).toArray();
    var bounds = new Bounds(lower, upper);
    List<double[]> visited = new ArrayList<>();
    Objective rough =
        x -> {
          visited.add(x.clone());
          var value = TestFunction.rosenbrock(x);
          return random.nextInt(5) == 0 ? new Objective.Value(Double.NaN, value.gradient()) : value;
        };

    EXACT.maximise(rough, bounds, random.doubles(dimension, -9, 9).toArray());

    assertTrue(visited.stream().allMatch(bounds::contains));
    for (int k = 1; k < visited.size(); k++) {
      for (int i = 0; i < dimension; i++) {
        // 1 from the last accepted place, and the last trial may be 1 to the other side
        assertTrue(Math.abs(visited.get(k)[i] - visited.get(k - 1)[i]) < 2 + 1e-12);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestFunction.class)
  void doesNoMoreEvaluationsThanAllowed(TestFunction function) {
    Ascent ascent =
        EXACT
            .withStopping(Stopping.DEFAULT.withMostEvaluations(3))
            .maximise(function.objective(), function.bounds(), function.start());

    assertEquals(3, ascent.effort().evaluations());
    assertEquals(StopReason.MOST_EVALUATIONS, ascent.stop());
    assertTrue(ascent.end().exists());
  }

  @Test
  void listenerHearsOfEveryEvaluationAndTheBestSoFar() {
    List<Double> heard = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Objective watched =
        x -> {
          var value = TestFunction.rosenbrock(x);
          values.add(value.value());
          return value;
        };

    EXACT
        .withListener(
            (evaluations, best) -> {
              assertEquals(values.size(), evaluations);
              heard.add(best);
            })
        .maximise(watched, Bounds.none(2), new double[] {-1.2, 1});

    for (int i = 0; i < heard.size(); i++) {
      double best = values.subList(0, i + 1).stream().max(Double::compare).orElseThrow();
      assertEquals(best, heard.get(i));
    }
    assertEquals(values.size(), heard.size());
  }

  @Test
  void returnsTheBestPlaceOfAll() {
    List<Double> values = new ArrayList<>();
    Ascent ascent =
        EXACT.maximise(
            x -> {
              var value = TestFunction.rosenbrock(x);
              values.add(value.value());
              return value;
            },
            Bounds.none(4),
            new double[] {-1.2, 1, -1.2, 1});

    assertEquals(values.stream().max(Double::compare).orElseThrow(), ascent.end().value());
  }

  /** A wrong gradient must end the search, not keep it busy. */
  @Test
  void givesUpWhereTheGradientIsWrong() {
    Ascent ascent =
        EXACT.maximise(
            x -> new Objective.Value(0 - x[0], new double[] {1}), Bounds.none(1), new double[1]);

    assertEquals(StopReason.NO_BETTER_STEP, ascent.stop());
    assertEquals(0, ascent.end().value(), 0);
  }

  /** Their squares overflow. */
  @Test
  void neverFollowsHugeGradientsIntoNaN() {
    Ascent ascent =
        EXACT.maximise(
            x -> {
              assertTrue(Arrays.stream(x).allMatch(Double::isFinite), Arrays.toString(x));
              return new Objective.Value(1e200 * (x[0] - x[1]), new double[] {1e200, -1e200});
            },
            new Bounds(new double[] {-3, -3}, new double[] {3, 3}),
            new double[2]);

    assertTrue(ascent.end().exists());
  }

  /** Beside 1e9 a gain of 1e-8 is rounding. */
  @Test
  void endsWhereRoundingHidesTheGain() {
    Ascent ascent =
        EXACT
            .withStopping(new Stopping(0, 0, 200))
            .maximise(
                x -> {
                  var value = TestFunction.rosenbrock(x);
                  return new Objective.Value(1e9 + value.value(), value.gradient());
                },
                Bounds.none(2),
                new double[] {-1.2, 1});

    assertEquals(StopReason.NO_GAIN, ascent.stop());
    assertEquals(1e9, ascent.end().value(), 1);
  }

  @Test
  void curvatureOfASimilarFunctionSavesEvaluations() {
    Objective small = TestFunction.quadratic(8, 1e3);
    Objective large =
        x -> {
          var value = small.at(x);
          double[] gradient = Arrays.stream(value.gradient()).map(g -> 50 * g).toArray();
          return new Objective.Value(50 * value.value(), gradient);
        };
    Ascent first = EXACT.maximise(small, Bounds.none(8), new double[8]);
    double[] other = {1, 0, 1, 0, 1, 0, 1, 0};

    Ascent cold = EXACT.maximise(large, Bounds.none(8), other);
    Ascent warm = EXACT.maximise(large, Bounds.none(8), other, first.curvature().scaled(50));

    assertTrue(warm.effort().evaluations() < cold.effort().evaluations());
    assertEquals(0, warm.end().value(), 1e-7);
  }

  @Test
  void isTheSameEveryTime() {
    var function = TestFunction.GP_ARD;

    Ascent once = EXACT.maximise(function.objective(), function.bounds(), function.start());
    Ascent again = EXACT.maximise(function.objective(), function.bounds(), function.start());

    assertArrayEquals(once.end().coordinates(), again.end().coordinates());
    assertEquals(once.effort(), again.effort());
  }

  @Test
  void startsWithinTheBounds() {
    List<double[]> visited = new ArrayList<>();
    var bounds = new Bounds(new double[] {0}, new double[] {1});

    EXACT.maximise(
        x -> {
          visited.add(x);
          return bowl(x, new double[] {0.5});
        },
        bounds,
        new double[] {7});

    assertArrayEquals(new double[] {1}, visited.get(0));
  }

  @Test
  void refusesAStartThatIsNotFinite() {
    assertThrows(
        IllegalArgumentException.class,
        () -> EXACT.maximise(x -> bowl(x, x), Bounds.none(1), new double[] {Double.NaN}));
  }

  @Test
  void refusesAStartOfAnotherLength() {
    assertThrows(
        IllegalArgumentException.class,
        () -> EXACT.maximise(x -> bowl(x, x), Bounds.none(2), new double[1]));
  }

  @Test
  void refusesAGradientOfAnotherLength() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            EXACT.maximise(
                x -> new Objective.Value(0, new double[2]), Bounds.none(1), new double[1]));
  }
}
