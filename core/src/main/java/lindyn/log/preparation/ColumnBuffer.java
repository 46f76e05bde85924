package lindyn.log.preparation;

import java.util.Arrays;

/** The rows of one trajectory, kept by column. */
final class ColumnBuffer {

  private static final int FIRST_ROWS = 256;

  private final float[][] columns;
  private double[] times = new double[FIRST_ROWS];
  private int rows;

  ColumnBuffer(int width) {
    columns = new float[width][FIRST_ROWS];
  }

  void clear() {
    rows = 0;
  }

  void add(double time, float[] numbers) {
    if (rows == times.length) {
      grow();
    }
    times[rows] = time;
    for (int column = 0; column < columns.length; column++) {
      columns[column][rows] = numbers[column];
    }
    rows++;
  }

  private void grow() {
    int size = Math.addExact(rows, rows);
    times = Arrays.copyOf(times, size);
    for (int column = 0; column < columns.length; column++) {
      columns[column] = Arrays.copyOf(columns[column], size);
    }
  }

  int rows() {
    return rows;
  }

  double[] times() {
    return Arrays.copyOf(times, rows);
  }

  double[] column(int column) {
    double[] copy = new double[rows];
    for (int row = 0; row < rows; row++) {
      copy[row] = columns[column][row];
    }
    return copy;
  }
}
