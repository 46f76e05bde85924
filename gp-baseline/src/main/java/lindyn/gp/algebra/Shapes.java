package lindyn.gp.algebra;

/** Checks that the shapes of the matrices of an operation fit. */
final class Shapes {

  private Shapes() {}

  static void requireFactors(Operand a, Operand b) {
    if (a.columns() != b.rows()) {
      throw new IllegalArgumentException(shape(a) + " cannot be multiplied by " + shape(b));
    }
  }

  static void requireSum(Product product, Matrix c) {
    if (product.rows() != c.rows() || product.columns() != c.columns()) {
      throw new IllegalArgumentException(
          shape(c)
              + " cannot hold the product of "
              + shape(product.left())
              + " and "
              + shape(product.right()));
    }
  }

  static void requireSquare(Operand a) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException("expected a square matrix, got " + shape(a));
    }
  }

  static void requireLeft(Matrix l, Matrix b) {
    requireSquare(l);
    if (l.rows() != b.rows()) {
      throw new IllegalArgumentException(shape(l) + " does not fit to the left of " + shape(b));
    }
  }

  static void requireRight(Matrix l, Matrix b) {
    requireSquare(l);
    if (l.rows() != b.columns()) {
      throw new IllegalArgumentException(shape(l) + " does not fit to the right of " + shape(b));
    }
  }

  private static String shape(Operand operand) {
    return operand.rows() + " x " + operand.columns();
  }
}
