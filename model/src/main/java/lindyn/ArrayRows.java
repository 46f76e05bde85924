package lindyn;

/** Rows in an array, which nobody changes. */
final class ArrayRows implements FloatRows {

  private final float[] values;
  private final int columns;

  /** Takes the array without copying it. */
  ArrayRows(float[] values, int columns) {
    this.values = values;
    this.columns = columns;
  }

  @Override
  public float at(long row, int column) {
    return values[(int) row * columns + column];
  }

  @Override
  public void copy(long row, int column, int count, float[] target, int offset) {
    System.arraycopy(values, (int) row * columns + column, target, offset, count);
  }
}
