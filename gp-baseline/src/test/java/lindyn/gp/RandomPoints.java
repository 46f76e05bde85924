package lindyn.gp;

import java.util.SplittableRandom;
import lindyn.gp.algebra.Matrix;

/** Points and targets for tests, drawn from a seed. */
public final class RandomPoints {

  private RandomPoints() {}

  /** Returns numbers that are uniform in [-1, 1). */
  public static Matrix matrix(SplittableRandom random, int rows, int columns) {
    return new Matrix(rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
  }

  /** Returns one number per row: a sum of waves along the columns. */
  public static double wave(Matrix x, int row, double frequency) {
    double sum = 0;
    for (int d = 0; d < x.columns(); d++) {
      sum += Math.sin(frequency * x.at(row, d) + d);
    }
    return sum;
  }

  /** Returns targets that are a smooth function of the points, another one per output. */
  public static Matrix waves(Matrix x, int outputs) {
    Matrix y = new Matrix(x.rows(), outputs);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < outputs; j++) {
        y.set(i, j, wave(x, i, 2 + j));
      }
    }
    return y;
  }

  /** Returns the numbers from 0 on in another order. */
  public static int[] order(SplittableRandom random, int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Returns the rows of a matrix in another order. */
  public static Matrix reordered(Matrix matrix, int[] order) {
    Matrix reordered = new Matrix(matrix.rows(), matrix.columns());
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        reordered.set(i, j, matrix.at(order[i], j));
      }
    }
    return reordered;
  }
}
