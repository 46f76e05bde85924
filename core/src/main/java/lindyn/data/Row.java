package lindyn.data;

/** A row of a log; one object is filled again for every row. */
final class Row {

  /** Numbers in the order q, qd, qdd, extra, tau; NaN where the log holds no number. */
  final float[] numbers;

  /** The trajectory's id, empty if the log has none. */
  String id = "";

  /** The sample time in s, NaN if the log holds none. */
  double time = Double.NaN;

  /** Where the row stands: the line of a text file or the row of an array, from 1. */
  long position;

  Row(int width) {
    this.numbers = new float[width];
  }
}
