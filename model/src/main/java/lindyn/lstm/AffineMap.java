package lindyn.lstm;

import lindyn.FloatMatrix;

/**
 * A bias plus vectors times rows of a matrix; immutable.
 *
 * <p>Rows are arrays of their own, so that all arrays of a loop have one index: HotSpot of JDK 17
 * makes vector instructions of no other loop, as two ranges of numbers might overlap. Four rows at
 * once save loads and stores; the sums keep their order.
 */
final class AffineMap {

  private final float[][] rows;
  private final float[] bias;

  /** Copies a matrix {@code [rows, columns]} and a bias {@code [1, columns]}. */
  AffineMap(FloatMatrix matrix, FloatMatrix bias) {
    rows = new float[matrix.rows()][matrix.columns()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        rows[row][column] = matrix.at(row, column);
      }
    }
    this.bias = bias.toArray();
  }

  /** Sets the target to the bias. */
  void begin(float[] target) {
    System.arraycopy(bias, 0, target, 0, bias.length);
  }

  /**
   * Adds {@code vector · matrix[firstRow..]} to the target.
   *
   * @param vectors holds the vector
   * @param from index of its first number
   * @param length how many numbers and rows there are
   */
  void add(float[] vectors, int from, int length, int firstRow, float[] target) {
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      addFour(vectors, from + i, firstRow + i, target);
    }
    for (; i < length; i++) {
      addOne(vectors[from + i], rows[firstRow + i], target);
    }
  }

  private void addFour(float[] vectors, int from, int row, float[] target) {
    float x0 = vectors[from];
    float x1 = vectors[from + 1];
    float x2 = vectors[from + 2];
    float x3 = vectors[from + 3];
    float[] row0 = rows[row];
    float[] row1 = rows[row + 1];
    float[] row2 = rows[row + 2];
    float[] row3 = rows[row + 3];
    for (int k = 0; k < target.length; k++) {
      target[k] = target[k] + x0 * row0[k] + x1 * row1[k] + x2 * row2[k] + x3 * row3[k];
    }
  }

  private static void addOne(float x, float[] row, float[] target) {
    for (int k = 0; k < target.length; k++) {
      target[k] += x * row[k];
    }
  }
}
