package lindyn.gp.kernel;

import lindyn.gp.algebra.Matrix;

/**
 * Pairs of points: every point of x from one on, with every point of z from one on. How many of
 * each is told by the matrix that goes with the pairs.
 *
 * @param x points, shape {@code [points, inputs]}
 * @param firstX first point of x
 * @param z points, shape {@code [points, inputs]}
 * @param firstZ first point of z
 */
public record PointPairs(Matrix x, int firstX, Matrix z, int firstZ) {

  /**
   * Checks that the points are of one kind.
   *
   * @throws IllegalArgumentException if the numbers of inputs differ
   */
  public PointPairs {
    if (x.columns() != z.columns()) {
      throw new IllegalArgumentException(
          "points x have " + x.columns() + " inputs, points z " + z.columns());
    }
  }

  /** Takes all pairs of two sets of points. */
  public static PointPairs all(Matrix x, Matrix z) {
    return new PointPairs(x, 0, z, 0);
  }

  /** Checks that there is a point for every row and every column of a matrix. */
  void requireShape(Matrix matrix) {
    if (firstX < 0
        || firstZ < 0
        || matrix.rows() > x.rows() - firstX
        || matrix.columns() > z.rows() - firstZ) {
      throw new IllegalArgumentException(
          matrix
              + " does not fit "
              + x.rows()
              + " points from "
              + firstX
              + " on and "
              + z.rows()
              + " points from "
              + firstZ
              + " on");
    }
  }
}
