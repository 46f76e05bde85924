package lindyn.gp.algebra;

import java.util.List;
import java.util.OptionalInt;

/** Plain Java, which runs everywhere: no instruction beyond what HotSpot makes of a loop. */
final class JavaBlas implements Blas {

  /** The largest triangular matrix that is worked on in one piece: it fits into the cache. */
  private static final int MOST_ROWS = 512;

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public void addProducts(double alpha, List<Product> products, Matrix c) {
    for (Product product : products) {
      Shapes.requireSum(product, c);
      if (ThinAlgebra.suits(c)) {
        ThinAlgebra.addProduct(alpha, product, c);
      } else {
        new JavaProduct(alpha, product, false).addTo(c);
      }
    }
  }

  @Override
  public void multiplyByTranspose(double alpha, Operand a, double beta, Matrix c) {
    Product product = new Product(a, a.transposed());
    Shapes.requireSum(product, c);
    Scaling.scaleLowerTriangle(beta, c);
    new JavaProduct(alpha, product, true).addTo(c);
  }

  @Override
  public OptionalInt factorise(Matrix a) {
    Shapes.requireSquare(a);
    return a.rows() > MOST_ROWS ? new LargeTriangle(this, a).factorise() : factoriseInOnePiece(a);
  }

  private static OptionalInt factoriseInOnePiece(Matrix a) {
    Strips columns = Strips.ofLowerTriangle(a);
    double[] weights = new double[a.rows()];
    for (int j = 0; j < a.rows(); j++) {
      double[] column = columns.vector(j);
      for (int k = 0; k < j; k++) {
        weights[k] = -columns.vector(k)[j];
      }
      columns.addTo(column, j, weights, 0, j);
      if (!(column[j] > 0)) {
        return OptionalInt.of(j);
      }
      columns.divide(j, j, Math.sqrt(column[j]));
    }
    columns.writeLowerTriangle(a);
    return OptionalInt.empty();
  }

  @Override
  public void invert(Matrix l) {
    Shapes.requireSquare(l);
    new LargeTriangle(this, l).invert();
  }

  @Override
  public void solveLower(Matrix l, Matrix b) {
    Shapes.requireLeft(l, b);
    if (ThinAlgebra.suits(b)) {
      ThinAlgebra.solveLower(l, b);
    } else if (l.rows() > MOST_ROWS) {
      new LargeTriangle(this, l).solveLower(b);
    } else {
      new Substitution(l).solveLower(b);
    }
  }

  @Override
  public void solveLowerTransposed(Matrix l, Matrix b) {
    Shapes.requireLeft(l, b);
    if (ThinAlgebra.suits(b)) {
      ThinAlgebra.solveLowerTransposed(l, b);
    } else if (l.rows() > MOST_ROWS) {
      new LargeTriangle(this, l).solveLowerTransposed(b);
    } else {
      new Substitution(l).solveLowerTransposed(b);
    }
  }

  @Override
  public void solveLowerFromRightNegated(Matrix l, Matrix b) {
    Shapes.requireRight(l, b);
    if (l.rows() > MOST_ROWS) {
      new LargeTriangle(this, l).solveLowerFromRightNegated(b);
    } else {
      new Substitution(l).solveLowerFromRightNegated(b);
    }
  }

  @Override
  public void solveLowerTransposedFromRight(Matrix l, Matrix b) {
    Shapes.requireRight(l, b);
    if (l.rows() > MOST_ROWS) {
      new LargeTriangle(this, l).solveLowerTransposedFromRight(b);
    } else {
      new Substitution(l).solveLowerTransposedFromRight(b);
    }
  }
}
