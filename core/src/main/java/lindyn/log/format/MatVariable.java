package lindyn.log.format;

import java.util.Arrays;
import java.util.List;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sparse;

/**
 * An array of a MATLAB file. A row vector is read as a column, since MATLAB and SciPy write vectors
 * either way.
 *
 * @param name its name, as {@code log.q} if it is a field of a struct
 * @param array its elements
 */
record MatVariable(String name, Array array) implements LogVariable {

  @Override
  public List<Long> shape() {
    if (array.getNumElements() == 1 && !(array instanceof Cell)) {
      return List.of();
    }
    if (array.getNumRows() == 1 || array instanceof Cell) {
      return List.of((long) array.getNumElements());
    }
    if (array instanceof Char) {
      return List.of((long) array.getNumRows());
    }
    return Arrays.stream(array.getDimensions()).mapToObj(length -> (long) length).toList();
  }

  @Override
  public String problem() {
    if (array.getNumDimensions() > 2) {
      return "has "
          + array.getNumDimensions()
          + " dimensions, expected samples x joints; put the trials below each other and number"
          + " them in a variable trajectory";
    }
    if (array instanceof Cell cell) {
      return isText(cell) ? "" : "is a cell array of other things than text; save a matrix";
    }
    if (array instanceof Sparse || !(array instanceof Matrix || array instanceof Char)) {
      return "is of class "
          + array.getType()
          + ", expected a matrix; convert it with full or double";
    }
    boolean isComplex = array instanceof Matrix matrix && matrix.isComplex();
    return isComplex ? "holds complex numbers, expected real ones; save real(x)" : "";
  }

  private static boolean isText(Cell cell) {
    for (int i = 0; i < cell.getNumElements(); i++) {
      if (!(cell.get(i) instanceof Char)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean holdsText() {
    return array instanceof Char || array instanceof Cell;
  }

  @Override
  public Rows open(int columns) {
    return new MatRows(array);
  }

  /** The rows of an array in memory. */
  private static final class MatRows implements Rows {

    private final Array array;
    private final int rows;
    private int row = -1;

    MatRows(Array array) {
      this.array = array;
      this.rows = array.getNumRows() == 1 ? array.getNumElements() : array.getNumRows();
    }

    @Override
    public void next() {
      row++;
    }

    @Override
    public double number(int column) {
      return array instanceof Matrix matrix ? matrix.getDouble(row + column * rows) : Double.NaN;
    }

    @Override
    public String text(int column) {
      if (array instanceof Char text) {
        return text.getNumRows() == 1
            ? String.valueOf(text.getChar(row))
            : text.getRow(row).strip();
      }
      if (array instanceof Cell cell) {
        return cell.getChar(row).getString();
      }
      return LogVariable.text(number(column));
    }

    @Override
    public void close() {}
  }
}
