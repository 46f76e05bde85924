package lindyn.log.format;

/** A row of a log; one object is filled again for every row. */
public final class Row {

  final float[] numbers;
  String id = "";
  double time = Double.NaN;
  long position;

  /**
   * Makes room for a row.
   *
   * @param width how many numbers it has
   */
  public Row(int width) {
    this.numbers = new float[width];
  }

  /**
   * Returns the numbers in the order q, qd, qdd, extra, tau; NaN where the log holds no number. The
   * array is the row's own and may be changed until the next row is read.
   */
  public float[] numbers() {
    return numbers;
  }

  /** Returns the trajectory's id, empty if the log has none. */
  public String id() {
    return id;
  }

  /** Returns the sample time in s, NaN if the log holds none. */
  public double time() {
    return time;
  }

  /** Returns where the row stands: the line of a text file or the row of an array, from 1. */
  public long position() {
    return position;
  }
}
