package lindyn.gp;

import lindyn.gp.algebra.Matrix;

/**
 * What a Gaussian process learns from; checked, and copied so that later changes do not matter.
 *
 * @param x shape {@code [points, inputs]}
 * @param y shape {@code [points, outputs]}
 */
record Observations(Matrix x, Matrix y) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are fewer than two points, x and y have different
   *     numbers of them, or a number is not finite
   */
  Observations {
    if (x.rows() != y.rows()) {
      throw new IllegalArgumentException(
          "x has " + x.rows() + " points, y has " + y.rows() + ": there must be one y per x");
    }
    if (x.rows() < 2) {
      throw new IllegalArgumentException(
          "a Gaussian process needs at least 2 points, got " + x.rows());
    }
    x = x.copy();
    y = y.copy();
    requireFinite(x, "x", "input");
    requireFinite(y, "y", "output");
  }

  /**
   * Returns points that can be predicted.
   *
   * @throws IllegalArgumentException if they have another number of inputs, or a number that is not
   *     finite
   */
  static Matrix requireInputs(int inputs, Matrix xStar) {
    if (xStar.columns() != inputs) {
      throw new IllegalArgumentException(
          "expected points with " + inputs + " inputs, got " + xStar.columns());
    }
    requireFinite(xStar, "xStar", "input");
    return xStar;
  }

  /**
   * Checks that no number is NaN or infinite.
   *
   * @param name what the matrix is called in the message
   * @param column what its columns are called
   * @throws IllegalArgumentException if one is
   */
  static void requireFinite(Matrix matrix, String name, String column) {
    for (int j = 0; j < matrix.columns(); j++) {
      for (int i = 0; i < matrix.rows(); i++) {
        double value = matrix.at(i, j);
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "%s of point %d (counted from 0), %s %d, is %s: every number must be finite"
                  .formatted(name, i, column, j, value));
        }
      }
    }
  }

  /** Returns the number of points. */
  int points() {
    return x.rows();
  }

  /** Returns the number of outputs. */
  int outputs() {
    return y.columns();
  }
}
