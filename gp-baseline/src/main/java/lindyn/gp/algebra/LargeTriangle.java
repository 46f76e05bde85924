package lindyn.gp.algebra;

import java.util.OptionalInt;

/**
 * A triangular matrix that is too large for an implementation to work on in one piece: it is
 * halved, L = [L₁₁ 0; L₂₁ L₂₂], so that most of the work becomes products.
 */
final class LargeTriangle {

  private final Blas blas;
  private final Matrix whole;
  private final Region topLeft;
  private final Region bottomLeft;
  private final Region bottomRight;

  LargeTriangle(Blas blas, Matrix whole) {
    this.blas = blas;
    this.whole = whole;
    int half = whole.rows() / 2;
    int rest = whole.rows() - half;
    topLeft = new Region(0, 0, half, half);
    bottomLeft = new Region(half, 0, rest, half);
    bottomRight = new Region(half, half, rest, rest);
  }

  private Matrix l11() {
    return topLeft.copyOf(whole);
  }

  private Matrix l21() {
    return bottomLeft.copyOf(whole);
  }

  private Matrix l22() {
    return bottomRight.copyOf(whole);
  }

  OptionalInt factorise() {
    Matrix l11 = l11();
    OptionalInt pivot = blas.factorise(l11);
    if (pivot.isPresent()) {
      return pivot;
    }
    Matrix l21 = l21();
    Matrix l22 = l22();
    blas.solveLowerTransposedFromRight(l11, l21);
    blas.multiplyByTranspose(-1, l21, 1, l22);
    pivot = blas.factorise(l22);
    topLeft.write(l11, whole);
    bottomLeft.write(l21, whole);
    bottomRight.write(l22, whole);
    return pivot.isPresent() ? OptionalInt.of(l11.rows() + pivot.getAsInt()) : pivot;
  }

  /** Solves for the unit matrix, since the factor itself is overwritten last. */
  void invert() {
    Matrix inverse = new Matrix(whole.rows(), whole.rows());
    for (int i = 0; i < whole.rows(); i++) {
      inverse.set(i, i, 1);
    }
    blas.solveLower(whole, inverse);
    blas.multiplyByTranspose(1, inverse.transposed(), 0, whole);
  }

  void solveLower(Matrix b) {
    Region top = new Region(0, 0, topLeft.rows(), b.columns());
    Region bottom = new Region(top.rows(), 0, bottomRight.rows(), b.columns());
    Matrix b1 = top.copyOf(b);
    Matrix b2 = bottom.copyOf(b);
    blas.solveLower(l11(), b1);
    blas.multiply(-1, l21(), b1, 1, b2);
    blas.solveLower(l22(), b2);
    top.write(b1, b);
    bottom.write(b2, b);
  }

  void solveLowerTransposed(Matrix b) {
    Region top = new Region(0, 0, topLeft.rows(), b.columns());
    Region bottom = new Region(top.rows(), 0, bottomRight.rows(), b.columns());
    Matrix b1 = top.copyOf(b);
    Matrix b2 = bottom.copyOf(b);
    blas.solveLowerTransposed(l22(), b2);
    blas.multiply(-1, l21().transposed(), b2, 1, b1);
    blas.solveLowerTransposed(l11(), b1);
    top.write(b1, b);
    bottom.write(b2, b);
  }

  void solveLowerFromRightNegated(Matrix b) {
    Region left = new Region(0, 0, b.rows(), topLeft.columns());
    Region right = new Region(0, left.columns(), b.rows(), bottomRight.columns());
    Matrix b1 = left.copyOf(b);
    Matrix b2 = right.copyOf(b);
    blas.solveLowerFromRightNegated(l22(), b2);
    blas.multiply(1, b2, l21(), 1, b1);
    blas.solveLowerFromRightNegated(l11(), b1);
    left.write(b1, b);
    right.write(b2, b);
  }

  void solveLowerTransposedFromRight(Matrix b) {
    Region left = new Region(0, 0, b.rows(), topLeft.columns());
    Region right = new Region(0, left.columns(), b.rows(), bottomRight.columns());
    Matrix b1 = left.copyOf(b);
    Matrix b2 = right.copyOf(b);
    blas.solveLowerTransposedFromRight(l11(), b1);
    blas.multiply(-1, b1, l21().transposed(), 1, b2);
    blas.solveLowerTransposedFromRight(l22(), b2);
    left.write(b1, b);
    right.write(b2, b);
  }
}
