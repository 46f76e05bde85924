package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.gp.algebra.Matrix;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InducingPointsTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void findsClusters(long seed) {
    var random = new SplittableRandom(seed);
    var x = new Matrix(900, 2);
    SparseExample.fill(x, (i, d) -> (d == 0 ? i % 3 : i % 3 % 2) * 10 + random.nextDouble(-1, 1));

    Matrix centres = InducingPoints.kMeans(x, 3, seed);

    // the mean of 300 numbers in [−1, 1) has a standard deviation of 0.03
    double[] first = Arrays.copyOf(centres.values(), 3);
    Arrays.sort(first);
    assertArrayEquals(new double[] {0, 10, 20}, first, 0.15);
  }

  @Test
  void oneCentreIsTheMean() {
    var x = new Matrix(4, 1, new double[] {1, 2, 4, 9});

    assertArrayEquals(new double[] {4}, InducingPoints.kMeans(x, 1, 5).values(), 1e-15);
  }

  @Test
  void asManyCentresAsPointsAreThePoints() {
    Matrix x = SparseExample.random(1, 50, 1).x();

    Matrix centres = InducingPoints.kMeans(x, 50, 3);

    double[] found = centres.values().clone();
    Arrays.sort(found);
    double[] expected = x.values().clone();
    Arrays.sort(expected);
    assertArrayEquals(expected, found, 0);
  }

  @Test
  void fewerDistinctPointsGiveFewerCentres() {
    var x = new Matrix(100, 2);
    SparseExample.fill(x, (i, d) -> i % 4);

    Matrix centres = InducingPoints.kMeans(x, 10, 3);

    double[] first = Arrays.copyOf(centres.values(), centres.rows());
    Arrays.sort(first);
    assertArrayEquals(new double[] {0, 1, 2, 3}, first, 0);
  }

  @Test
  void isTheSameBitsOnAnyNumberOfThreads() {
    Matrix x = SparseExample.random(1, 5000, 1).x();

    double[] one = SparseExample.onThreads(1, () -> InducingPoints.kMeans(x, 40, 3).values());
    double[] three = SparseExample.onThreads(3, () -> InducingPoints.kMeans(x, 40, 3).values());

    assertArrayEquals(one, three, 0);
  }

  @Test
  void anotherSeedGivesOtherCentres() {
    Matrix x = SparseExample.random(1, 500, 1).x();

    assertFalse(
        Arrays.equals(
            InducingPoints.kMeans(x, 10, 1).values(), InducingPoints.kMeans(x, 10, 2).values()));
  }

  /** Places from k-means are nearer to the points than points drawn at random. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void isNearerToThePointsThanAChoiceAtRandom(long seed) {
    Matrix x = SparseExample.random(seed, 25_000, 1).x(); // more than it looks at

    Matrix centres = InducingPoints.kMeans(x, 30, seed);

    assertTrue(distance(x, centres) < 0.8 * distance(x, x.rows(0, 30)));
  }

  /** Both stop in some local optimum, so neither is always the better one. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void isAsNearAsTheCentresOfCommonsMath(long seed) {
    Matrix x = SparseExample.random(seed, 2000, 1).x();
    List<DoublePoint> points =
        IntStream.range(0, x.rows())
            .mapToObj(i -> new DoublePoint(new double[] {x.at(i, 0), x.at(i, 1)}))
            .toList();

    Matrix centres = InducingPoints.kMeans(x, 30, seed);

    var reference =
        new KMeansPlusPlusClusterer<DoublePoint>(
                30, 20, new EuclideanDistance(), new Well19937c(seed))
            .cluster(points);
    var expected = new Matrix(30, 2);
    SparseExample.fill(expected, (i, d) -> reference.get(i).getCenter().getPoint()[d]);
    assertEquals(distance(x, expected), distance(x, centres), 0.1 * distance(x, expected));
  }

  private static double distance(Matrix x, Matrix centres) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < centres.rows(); j++) {
        double a = x.at(i, 0) - centres.at(j, 0);
        double b = x.at(i, 1) - centres.at(j, 1);
        least = Math.min(least, a * a + b * b);
      }
      sum += least;
    }
    return sum;
  }

  @Test
  void samplesRowsFromEverywhereInTheirOrder() {
    var x = new Matrix(1000, 1);
    SparseExample.fill(x, (i, d) -> i);

    double[] sample = InducingPoints.sample(x, 100, new SplittableRandom(1)).values();

    double[] distinct = Arrays.stream(sample).sorted().distinct().toArray();
    assertArrayEquals(distinct, sample, 0);
    // the mean of 100 of 1000 has a standard deviation of 27
    assertEquals(499.5, Arrays.stream(sample).average().orElseThrow(), 100);
  }

  @Test
  void rejectsWhatCannotBe() {
    var x = new Matrix(5, 2);
    var bad = new Matrix(5, 2);
    bad.set(2, 1, Double.NaN);

    assertEquals("number of inducing points must be at least 1, got 0", rejected(x, 0));
    assertEquals("6 inducing points for 5 points: there can be at most as many", rejected(x, 6));
    assertEquals(
        "x of point 2 (counted from 0), input 1, is NaN: every number must be finite",
        rejected(bad, 2));
  }

  private static String rejected(Matrix x, int count) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> InducingPoints.kMeans(x, count, 1))
            .getMessage());
  }
}
