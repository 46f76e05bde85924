package lindyn.gp;

import java.util.Arrays;
import lindyn.gp.algebra.Matrix;

/** What stands above the diagonal of a square matrix of which only the lower triangle is known. */
final class Triangle {

  private Triangle() {}

  /** Makes the matrix symmetric. */
  static void mirror(Matrix lower) {
    for (int i = 0; i < lower.rows(); i++) {
      for (int j = 0; j < i; j++) {
        lower.set(j, i, lower.at(i, j));
      }
    }
  }

  /** Puts zeros there. */
  static void clear(Matrix lower) {
    for (int column = 1; column < lower.rows(); column++) {
      int first = column * lower.rows();
      Arrays.fill(lower.values(), first, first + column, 0);
    }
  }
}
