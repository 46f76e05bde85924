package lindyn.linear;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The normal equations of a least-squares fit of several targets on the same features: the sums
 * XᵀX, XᵀY and YᵀY's diagonal over rows, accumulated in double.
 */
final class NormalEquations {

  /** Pivots are at least the ridge up to rounding, which is of the order of 1e-14. */
  private static final double SMALLEST_PIVOT = 1e-9;

  private static final double LARGEST_ASYMMETRY = 1e-12;

  private final double[][] xx;
  private final double[][] xy;
  private final double[] yy;
  private long rows;

  NormalEquations(int features, int targets) {
    xx = new double[features][features];
    xy = new double[features][targets];
    yy = new double[targets];
  }

  /** Adds one row, in O(features²). */
  void add(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      double factor = x[i];
      double[] row = xx[i];
      for (int j = 0; j <= i; j++) {
        row[j] += factor * x[j];
      }
      for (int target = 0; target < y.length; target++) {
        xy[i][target] += factor * y[target];
      }
    }
    for (int target = 0; target < y.length; target++) {
      yy[target] += y[target] * y[target];
    }
    rows++;
  }

  /** Adds the rows of other equations, or takes them away with sign −1. */
  void addAll(NormalEquations other, int sign) {
    for (int i = 0; i < xx.length; i++) {
      for (int j = 0; j <= i; j++) {
        xx[i][j] += sign * other.xx[i][j];
      }
      for (int target = 0; target < yy.length; target++) {
        xy[i][target] += sign * other.xy[i][target];
      }
    }
    for (int target = 0; target < yy.length; target++) {
      yy[target] += sign * other.yy[target];
    }
    rows += sign * other.rows;
  }

  /**
   * Returns the solution W of (XᵀX/n + λI) W = XᵀY/n, shape {@code [features, targets]}.
   *
   * @param ridge λ, in units of a feature's variance
   */
  double[][] solve(double ridge) {
    double[][] left = new double[xx.length][xx.length];
    double[][] right = new double[xx.length][yy.length];
    for (int i = 0; i < xx.length; i++) {
      for (int j = 0; j <= i; j++) {
        left[i][j] = xx[i][j] / rows + (i == j ? ridge : 0);
        left[j][i] = left[i][j];
      }
      for (int target = 0; target < yy.length; target++) {
        right[i][target] = xy[i][target] / rows;
      }
    }
    return new CholeskyDecomposition(
            MatrixUtils.createRealMatrix(left), LARGEST_ASYMMETRY, SMALLEST_PIVOT)
        .getSolver()
        .solve(MatrixUtils.createRealMatrix(right))
        .getData();
  }

  /** Returns Σ (y − xᵀw)² over the rows for one target. */
  double squaredError(double[][] weights, int target) {
    double error = yy[target];
    for (int i = 0; i < xx.length; i++) {
      double w = weights[i][target];
      error -= 2 * w * xy[i][target];
      error += w * w * xx[i][i];
      for (int j = 0; j < i; j++) {
        error += 2 * w * weights[j][target] * xx[i][j];
      }
    }
    return error;
  }

  /** Returns Σ y² over the rows for one target: the squared error of predicting 0. */
  double squaredTargets(int target) {
    return yy[target];
  }

  long rows() {
    return rows;
  }
}
