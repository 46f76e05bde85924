package lindyn.folder;

import java.util.Arrays;
import lindyn.FloatMatrix;

/** A matrix in a file, in row-major order. */
public sealed interface Tensor {

  /** Returns the number of rows. */
  int rows();

  /** Returns the number of columns. */
  int columns();

  /** Tells whether no number is NaN or infinite. */
  boolean isFinite();

  /**
   * Float32 numbers.
   *
   * @param matrix the numbers
   */
  record Floats(FloatMatrix matrix) implements Tensor {

    @Override
    public int rows() {
      return matrix.rows();
    }

    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public boolean isFinite() {
      return matrix.isFinite();
    }
  }

  /**
   * Float64 numbers.
   *
   * @param values row after row; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // as large as a training set: wrapped, never compared
  record Doubles(int rows, int columns, double[] values) implements Tensor {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if there are not {@code rows * columns} numbers
     */
    public Doubles {
      if (values.length != (long) rows * columns) {
        throw new IllegalArgumentException(
            "expected " + rows + " x " + columns + " numbers, got " + values.length);
      }
    }

    @Override
    public boolean isFinite() {
      return Arrays.stream(values).allMatch(Double::isFinite);
    }
  }
}
