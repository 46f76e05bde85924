package lindyn.gp.algebra;

import java.util.Arrays;

/** The β in C := α A B + β C; where it is 0, what C held does not matter, not even NaN. */
final class Scaling {

  private Scaling() {}

  static void scale(double beta, Matrix c) {
    scale(beta, c.values(), 0, c.values().length);
  }

  static void scaleLowerTriangle(double beta, Matrix c) {
    for (int j = 0; j < c.columns(); j++) {
      scale(beta, c.values(), j + j * c.rows(), (j + 1) * c.rows());
    }
  }

  private static void scale(double beta, double[] values, int start, int end) {
    if (beta == 0) {
      Arrays.fill(values, start, end, 0);
    } else if (beta != 1) {
      for (int i = start; i < end; i++) {
        values[i] *= beta;
      }
    }
  }
}
