package lindyn.gp.algebra;

/**
 * Products and solves with so few columns that reading the large matrix takes most of the time: it
 * is read once and in place, where the other ways copy it first.
 */
final class ThinAlgebra {

  private static final int MOST_COLUMNS = 3;

  private ThinAlgebra() {}

  /** Tells whether a right factor or a right-hand side has so few columns. */
  static boolean suits(Matrix right) {
    return right.columns() <= MOST_COLUMNS;
  }

  /** C := C + α A B. */
  static void addProduct(double alpha, Product product, Matrix c) {
    Matrix b = inPlainOrder(product.right());
    if (product.left() instanceof Transposed transposed) {
      addDots(alpha, transposed.matrix(), b, c);
    } else {
      addColumns(alpha, (Matrix) product.left(), b, c);
    }
  }

  private static Matrix inPlainOrder(Operand operand) {
    if (operand instanceof Matrix matrix) {
      return matrix;
    }
    Matrix source = ((Transposed) operand).matrix();
    Matrix copy = new Matrix(operand.rows(), operand.columns());
    for (int i = 0; i < copy.rows(); i++) {
      for (int j = 0; j < copy.columns(); j++) {
        copy.set(i, j, source.at(j, i));
      }
    }
    return copy;
  }

  private static void addColumns(double alpha, Matrix a, Matrix b, Matrix c) {
    for (int k = 0; k < a.columns(); k++) {
      Column column = new Column(a, k, 0);
      for (int j = 0; j < b.columns(); j++) {
        column.addTo(new Column(c, j, 0), alpha * b.at(k, j));
      }
    }
  }

  private static void addDots(double alpha, Matrix aTransposed, Matrix b, Matrix c) {
    for (int i = 0; i < aTransposed.columns(); i++) {
      Column row = new Column(aTransposed, i, 0);
      for (int j = 0; j < b.columns(); j++) {
        c.set(i, j, c.at(i, j) + alpha * row.dot(new Column(b, j, 0)));
      }
    }
  }

  /** B := L⁻¹ B. */
  static void solveLower(Matrix l, Matrix b) {
    for (int k = 0; k < l.rows(); k++) {
      Column below = new Column(l, k, k + 1);
      for (int j = 0; j < b.columns(); j++) {
        b.set(k, j, b.at(k, j) / l.at(k, k));
        below.addTo(new Column(b, j, k + 1), -b.at(k, j));
      }
    }
  }

  /** B := L⁻ᵀ B. */
  static void solveLowerTransposed(Matrix l, Matrix b) {
    for (int k = l.rows() - 1; k >= 0; k--) {
      Column below = new Column(l, k, k + 1);
      for (int j = 0; j < b.columns(); j++) {
        b.set(k, j, (b.at(k, j) - below.dot(new Column(b, j, k + 1))) / l.at(k, k));
      }
    }
  }
}
