package lindyn.examples.arm;

/** Numbers of a trial in double precision: one row per sample, one column per joint. */
final class SampleTable {

  private final double[] numbers;
  private final int columns;

  SampleTable(int rows, int columns) {
    this.numbers = new double[rows * columns];
    this.columns = columns;
  }

  int rows() {
    return numbers.length / columns;
  }

  int columns() {
    return columns;
  }

  double at(int row, int column) {
    return numbers[row * columns + column];
  }

  void set(int row, int column, double number) {
    numbers[row * columns + column] = number;
  }

  double[] column(int column) {
    double[] numbersOfColumn = new double[rows()];
    for (int row = 0; row < numbersOfColumn.length; row++) {
      numbersOfColumn[row] = at(row, column);
    }
    return numbersOfColumn;
  }

  void setColumn(int column, double[] numbersOfColumn) {
    for (int row = 0; row < numbersOfColumn.length; row++) {
      set(row, column, numbersOfColumn[row]);
    }
  }

  float[] toFloats() {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
