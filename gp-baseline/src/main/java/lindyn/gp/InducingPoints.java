package lindyn.gp;

import java.util.SplittableRandom;
import lindyn.Checks;
import lindyn.gp.algebra.Matrix;

/** Places inducing points where the inputs lie. */
public final class InducingPoints {

  /** So many points show where the inputs lie, and keep the search for centres cheap. */
  private static final int MOST_POINTS = 20_000;

  private InducingPoints() {}

  /**
   * Returns the centres of clusters of the inputs, by k-means from the starting places of k-means++
   * (Arthur and Vassilvitskii 2007), on at most 20,000 random points and in at most 20 iterations.
   * All inputs weigh the same, so standardise them before. The same seed gives the same bits on any
   * number of threads.
   *
   * @param x inputs, shape {@code [points, inputs]}
   * @param count how many centres to look for
   * @return the centres, shape {@code [count, inputs]}; fewer if fewer of the points are distinct,
   *     which then are the centres
   * @throws IllegalArgumentException if there are fewer points than centres, count is below 1, or a
   *     number is not finite
   */
  public static Matrix kMeans(Matrix x, int count, long seed) {
    Checks.positive(count, "number of inducing points");
    SparseData.requireNoMore(count, x.rows());
    Observations.requireFinite(x, "x", "input");
    var random = new SplittableRandom(seed);
    return new KMeans(sample(x, Math.max(count, MOST_POINTS), random), random).centres(count);
  }

  /** Returns random rows in their order, or all; Knuth's algorithm S (TAOCP 3.4.2). */
  static Matrix sample(Matrix x, int most, SplittableRandom random) {
    if (x.rows() <= most) {
      return x;
    }
    var sample = new Matrix(most, x.columns());
    int taken = 0;
    for (int row = 0; taken < most; row++) {
      if (random.nextInt(x.rows() - row) < most - taken) {
        for (int d = 0; d < x.columns(); d++) {
          sample.set(taken, d, x.at(row, d));
        }
        taken++;
      }
    }
    return sample;
  }
}
