package lindyn.gp.algebra;

/** The lower part of a column of a matrix, in place. */
final class Column {

  private final double[] values;
  private final int start;
  private final int length;

  /** Takes a column from a row on. */
  Column(Matrix matrix, int column, int fromRow) {
    values = matrix.values();
    start = fromRow + column * matrix.rows();
    length = matrix.rows() - fromRow;
  }

  /** Adds this column times a number to a column of the same length. */
  void addTo(Column target, double weight) {
    double[] from = values;
    double[] to = target.values;
    int fromStart = start;
    int toStart = target.start;
    for (int i = 0; i < length; i++) {
      to[toStart + i] += from[fromStart + i] * weight;
    }
  }

  /** Returns the sum of the products of the numbers with those of a column of the same length. */
  double dot(Column other) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) { // four sums, since one addition must wait for the one before
      sum0 += at(i) * other.at(i);
      sum1 += at(i + 1) * other.at(i + 1);
      sum2 += at(i + 2) * other.at(i + 2);
      sum3 += at(i + 3) * other.at(i + 3);
    }
    for (; i < length; i++) {
      sum0 += at(i) * other.at(i);
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private double at(int i) {
    return values[start + i];
  }
}
