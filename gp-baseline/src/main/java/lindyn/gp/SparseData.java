package lindyn.gp;

import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.PointPairs;

/**
 * Observations in blocks, and the inducing points that stand for them.
 *
 * @param z inducing points, shape {@code [inducing, inputs]}
 * @param observations what is learnt from
 * @param block number of points that are treated at a time; the last block may have fewer
 */
record SparseData(Matrix z, Observations observations, int block) {

  /** Large enough for fast products, small enough for a cache and for many threads. */
  static final int BLOCK = 512;

  /**
   * Checks and copies the inducing points.
   *
   * @throws IllegalArgumentException if they have other inputs than the observations, there are
   *     more of them, or a number is not finite
   */
  SparseData {
    if (z.columns() != observations.x().columns()) {
      throw new IllegalArgumentException(
          "inducing points have " + z.columns() + " inputs, x has " + observations.x().columns());
    }
    requireNoMore(z.rows(), observations.points());
    z = z.copy();
    Observations.requireFinite(z, "z", "input");
  }

  /**
   * Takes blocks of the usual size.
   *
   * @throws CovarianceTooLargeException if the heap has no room for so many inducing points
   */
  static SparseData of(Matrix z, Matrix x, Matrix y) {
    CovarianceTooLargeException.requireRoomOfInducing(z.rows());
    return new SparseData(z, new Observations(x, y), BLOCK);
  }

  static void requireNoMore(int inducing, int points) {
    if (inducing > points) {
      throw new IllegalArgumentException(
          "%d inducing points for %d points: there can be at most as many"
              .formatted(inducing, points));
    }
  }

  int inducing() {
    return z.rows();
  }

  int points() {
    return observations.points();
  }

  int outputs() {
    return observations.outputs();
  }

  int blocks() {
    return (points() + block - 1) / block;
  }

  int size(int index) {
    return Math.min(block, points() - index * block);
  }

  /** Returns the pairs of all inducing points with the points of a block. */
  PointPairs pairs(int index) {
    return new PointPairs(z, 0, observations.x(), index * block);
  }

  /** Returns the targets of a block, shape {@code [size, outputs]}. */
  Matrix targets(int index) {
    return observations.y().rows(index * block, size(index));
  }
}
