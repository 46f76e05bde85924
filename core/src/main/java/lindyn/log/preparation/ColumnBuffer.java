package lindyn.log.preparation;

import java.util.Arrays;

/** The rows of one trajectory, kept by column. */
final class ColumnBuffer {

  private static final int FIRST_ROWS = 256;
  private static final float[] TAKEN = {};

  private final float[][] columns;
  private double[] times = {};
  private int rows;

  ColumnBuffer(int width) {
    columns = new float[width][];
    clear();
  }

  /** Forgets the rows and frees their memory. */
  void clear() {
    rows = 0;
    times = new double[FIRST_ROWS];
    Arrays.setAll(columns, column -> new float[FIRST_ROWS]);
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

  /** Returns a column, and frees its memory here: until the buffer is cleared it has it no more. */
  double[] take(int column) {
    double[] copy = new double[rows];
    for (int row = 0; row < rows; row++) {
      copy[row] = columns[column][row];
    }
    columns[column] = TAKEN;
    return copy;
  }
}
