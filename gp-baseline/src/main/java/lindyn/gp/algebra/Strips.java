package lindyn.gp.algebra;

/**
 * The columns or the rows of a region of a matrix, each copied into an array of its own.
 *
 * <p>HotSpot's compiler uses vector instructions only in loops whose arrays are all indexed by the
 * loop's variable alone, as they are here, and only if there are few of them: hence four at a time.
 * That is three times as fast as the same loop over one array at four offsets.
 */
final class Strips {

  private final double[][] vectors;
  private final int length;

  private Strips(int count, int length) {
    vectors = new double[count][length];
    this.length = length;
  }

  static Strips ofColumns(Matrix matrix, Region region) {
    Strips strips = new Strips(region.columns(), region.rows());
    for (int j = 0; j < region.columns(); j++) {
      int start = region.start(matrix, j);
      System.arraycopy(matrix.values(), start, strips.vectors[j], 0, region.rows());
    }
    return strips;
  }

  /** Copies columns of the lower triangle; above the diagonal there are zeros. */
  static Strips ofLowerTriangle(Matrix matrix) {
    int n = matrix.rows();
    Strips strips = new Strips(n, n);
    for (int j = 0; j < n; j++) {
      System.arraycopy(matrix.values(), j + j * n, strips.vectors[j], j, n - j);
    }
    return strips;
  }

  static Strips ofRows(Matrix matrix, Region region) {
    Strips strips = new Strips(region.rows(), region.columns());
    double[] values = matrix.values();
    for (int j = 0; j < region.columns(); j++) {
      int start = region.start(matrix, j);
      for (int i = 0; i < region.rows(); i++) {
        strips.vectors[i][j] = values[start + i];
      }
    }
    return strips;
  }

  void writeColumns(Matrix matrix, Region region) {
    for (int j = 0; j < region.columns(); j++) {
      System.arraycopy(vectors[j], 0, matrix.values(), region.start(matrix, j), region.rows());
    }
  }

  void writeLowerTriangle(Matrix matrix) {
    int n = matrix.rows();
    for (int j = 0; j < n; j++) {
      System.arraycopy(vectors[j], j, matrix.values(), j + j * n, n - j);
    }
  }

  void writeRows(Matrix matrix, Region region) {
    double[] values = matrix.values();
    for (int j = 0; j < region.columns(); j++) {
      int start = region.start(matrix, j);
      for (int i = 0; i < region.rows(); i++) {
        values[start + i] = vectors[i][j];
      }
    }
  }

  int count() {
    return vectors.length;
  }

  int length() {
    return length;
  }

  double[] vector(int index) {
    return vectors[index];
  }

  /**
   * Adds weighted vectors, {@code target[i] += Σ weights[k] vectors[k][i]}, in the order of k.
   *
   * @param weights one per vector
   * @param first first k
   * @param end one after the last k
   * @param target length of a vector
   * @param from first i
   */
  void addTo(double[] target, int from, double[] weights, int first, int end) {
    int k = first;
    for (; k + 4 <= end; k += 4) {
      addFour(target, from, weights, k);
    }
    for (; k < end; k++) {
      addOne(target, from, weights[k], vectors[k]);
    }
  }

  private void addFour(double[] target, int from, double[] weights, int k) {
    double w0 = weights[k];
    double w1 = weights[k + 1];
    double w2 = weights[k + 2];
    double w3 = weights[k + 3];
    double[] v0 = vectors[k];
    double[] v1 = vectors[k + 1];
    double[] v2 = vectors[k + 2];
    double[] v3 = vectors[k + 3];
    for (int i = from; i < length; i++) {
      target[i] = target[i] + ((v0[i] * w0 + v1[i] * w1) + (v2[i] * w2 + v3[i] * w3));
    }
  }

  private void addOne(double[] target, int from, double weight, double[] vector) {
    for (int i = from; i < length; i++) {
      target[i] = target[i] + vector[i] * weight;
    }
  }

  /** Divides one vector by a number from an element on. */
  void divide(int index, int from, double divisor) {
    double[] vector = vectors[index];
    for (int i = from; i < length; i++) {
      vector[i] = vector[i] / divisor;
    }
  }
}
