package lindyn.gp;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** A covariance function k(x, x'), positive semidefinite; immutable. */
public sealed interface Kernel permits Matern52 {

  /**
   * Returns k(x, x') for two inputs.
   *
   * @throws IllegalArgumentException if their lengths differ
   */
  double value(double[] x, double[] xPrime);

  /**
   * Returns the covariances of every input of one set with every input of another, in O(rows ·
   * columns · inputs).
   *
   * @param x shape {@code [rows, inputs]}
   * @param xPrime shape {@code [columns, inputs]}
   * @return shape {@code [rows, columns]}
   */
  default RealMatrix matrix(double[][] x, double[][] xPrime) {
    RealMatrix covariances = MatrixUtils.createRealMatrix(x.length, xPrime.length);
    for (int row = 0; row < x.length; row++) {
      for (int column = 0; column < xPrime.length; column++) {
        covariances.setEntry(row, column, value(x[row], xPrime[column]));
      }
    }
    return covariances;
  }
}
