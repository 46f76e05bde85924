package lindyn.gp.algebra;

import java.util.ArrayList;
import java.util.List;

/** A rectangle of numbers in a matrix. */
record Region(int firstRow, int firstColumn, int rows, int columns) {

  static Region all(Matrix matrix) {
    return new Region(0, 0, matrix.rows(), matrix.columns());
  }

  /** Returns the same numbers' place in the transposed matrix. */
  Region transposed() {
    return new Region(firstColumn, firstRow, columns, rows);
  }

  /** Cuts into pieces of at most so many rows and columns, column of pieces after column. */
  List<Region> pieces(int mostRows, int mostColumns) {
    List<Region> pieces = new ArrayList<>();
    for (int column = 0; column < columns; column += mostColumns) {
      for (int row = 0; row < rows; row += mostRows) {
        pieces.add(
            new Region(
                firstRow + row,
                firstColumn + column,
                Math.min(mostRows, rows - row),
                Math.min(mostColumns, columns - column)));
      }
    }
    return pieces;
  }

  /** Returns the region of a matrix as a matrix of its own. */
  Matrix copyOf(Matrix matrix) {
    Matrix copy = new Matrix(rows, columns);
    for (int j = 0; j < columns; j++) {
      System.arraycopy(matrix.values(), start(matrix, j), copy.values(), j * rows, rows);
    }
    return copy;
  }

  /** Writes numbers into the region of a matrix. */
  void write(Matrix numbers, Matrix matrix) {
    for (int j = 0; j < columns; j++) {
      System.arraycopy(numbers.values(), j * rows, matrix.values(), start(matrix, j), rows);
    }
  }

  /** Returns where a column of the region starts in the values of its matrix. */
  int start(Matrix matrix, int column) {
    return firstRow + (firstColumn + column) * matrix.rows();
  }
}
