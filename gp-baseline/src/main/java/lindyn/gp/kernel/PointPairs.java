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

  /** Takes all pairs of two sets of points. */
  public static PointPairs all(Matrix x, Matrix z) {
    return new PointPairs(x, 0, z, 0);
  }
}
