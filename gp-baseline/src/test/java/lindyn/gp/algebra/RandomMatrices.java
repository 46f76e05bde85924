package lindyn.gp.algebra;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Random matrices, and their way to commons-math3, the reference of the tests. */
final class RandomMatrices {

  private final SplittableRandom random;

  RandomMatrices(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Returns a matrix of numbers in [-1, 1). */
  Matrix next(int rows, int columns) {
    return new Matrix(rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
  }

  /** Returns a matrix with eigenvalues from 1 to about 1 + 2n/3, all of it, both triangles. */
  Matrix nextPositiveDefinite(int n) {
    RealMatrix factor = real(next(n, n));
    RealMatrix product = factor.multiply(factor.transpose());
    for (int i = 0; i < n; i++) {
      product.addToEntry(i, i, 1);
    }
    return of(product);
  }

  /** Returns a lower triangle that is easy to solve with, and NaN above it. */
  Matrix nextLower(int n) {
    Matrix lower = next(n, n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i < j) {
          lower.set(i, j, Double.NaN);
        } else if (i > j) {
          lower.set(i, j, lower.at(i, j) / n);
        } else {
          lower.set(i, i, 1 + Math.abs(lower.at(i, i)));
        }
      }
    }
    return lower;
  }

  static RealMatrix real(Operand operand) {
    return operand instanceof Transposed transposed
        ? real(transposed.matrix()).transpose()
        : realOf((Matrix) operand);
  }

  private static RealMatrix realOf(Matrix matrix) {
    RealMatrix real = MatrixUtils.createRealMatrix(matrix.rows(), matrix.columns());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        real.setEntry(i, j, matrix.at(i, j));
      }
    }
    return real;
  }

  /** Returns a lower triangle with zeros above it. */
  static RealMatrix realLower(Matrix matrix) {
    RealMatrix real = real(matrix);
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = i + 1; j < matrix.columns(); j++) {
        real.setEntry(i, j, 0);
      }
    }
    return real;
  }

  static Matrix of(RealMatrix real) {
    Matrix matrix = new Matrix(real.getRowDimension(), real.getColumnDimension());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        matrix.set(i, j, real.getEntry(i, j));
      }
    }
    return matrix;
  }
}
