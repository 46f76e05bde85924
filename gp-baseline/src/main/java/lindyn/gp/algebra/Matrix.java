package lindyn.gp.algebra;

import lindyn.Checks;

/**
 * A dense matrix of doubles in column-major order: the number in row i and column j is {@code
 * values()[i + j * rows()]}. Its numbers may change.
 */
public final class Matrix implements Operand {

  private final int rows;
  private final int columns;
  private final double[] values;

  /** Makes a matrix of zeros. */
  public Matrix(int rows, int columns) {
    this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  /**
   * Wraps an array without copying it.
   *
   * @param values shape {@code [columns, rows]}: column after column
   * @throws IllegalArgumentException if its length is not {@code rows * columns}
   */
  public Matrix(int rows, int columns, double[] values) {
    Checks.positive(rows, "rows");
    Checks.positive(columns, "columns");
    if (values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "expected " + rows + " x " + columns + " numbers, got " + values.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Returns the number of rows. */
  @Override
  public int rows() {
    return rows;
  }

  /** Returns the number of columns. */
  @Override
  public int columns() {
    return columns;
  }

  /** Returns one number. */
  public double at(int row, int column) {
    return values[row + column * rows];
  }

  /** Changes one number. */
  public void set(int row, int column, double value) {
    values[row + column * rows] = value;
  }

  /** Returns the numbers themselves, not a copy, column after column. */
  public double[] values() {
    return values;
  }

  /** Returns a matrix of the same numbers that changes on its own. */
  public Matrix copy() {
    return new Matrix(rows, columns, values.clone());
  }

  /** Returns a copy of some rows. */
  public Matrix rows(int first, int count) {
    Matrix part = new Matrix(count, columns);
    for (int column = 0; column < columns; column++) {
      System.arraycopy(values, first + column * rows, part.values, column * count, count);
    }
    return part;
  }

  @Override
  public Operand transposed() {
    return new Transposed(this);
  }

  @Override
  public String toString() {
    return "Matrix[" + rows + " x " + columns + "]";
  }
}
