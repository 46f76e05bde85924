package lindyn.gp.algebra;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotri;
import static org.bytedeco.openblas.global.openblas.LAPACKE_set_nancheck;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasLeft;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasLower;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRight;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dtrsm;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.OptionalInt;

/**
 * OpenBLAS, through JavaCPP. It keeps to the calling thread: its own threads gain little on
 * matrices of this size, and would compete with the threads that call it.
 */
final class OpenBlas implements Blas {

  private static final byte LOWER = 'L';

  /**
   * Loads the native libraries.
   *
   * @throws LinkageError if there are none for this machine
   */
  OpenBlas() {
    blas_set_num_threads(1);
    LAPACKE_set_nancheck(0); // it would print what it finds
  }

  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public void addProducts(double alpha, List<Product> products, Matrix c) {
    products.forEach(product -> Shapes.requireSum(product, c));
    if (ThinAlgebra.suits(c)) {
      products.forEach(product -> ThinAlgebra.addProduct(alpha, product, c));
    } else {
      NativeProduct.addTo(c, alpha, products);
    }
  }

  @Override
  public void multiplyByTranspose(double alpha, Operand a, double beta, Matrix c) {
    Product product = new Product(a, a.transposed());
    Shapes.requireSum(product, c);
    Scaling.scaleLowerTriangle(beta, c);
    new NativeProduct(alpha, product).addToLowerTriangle(c);
  }

  @Override
  public OptionalInt factorise(Matrix a) {
    Shapes.requireSquare(a);
    if (isLarge(a)) {
      return new LargeTriangle(this, a).factorise();
    }
    int n = a.rows();
    NativeBlock block = NativeWorkspace.ofThread().result();
    int info = LAPACKE_dpotrf(CblasColMajor, LOWER, n, block.load(a, Region.all(a)), n);
    block.store(a, Region.all(a));
    return info > 0 ? OptionalInt.of(info - 1) : firstNan(a);
  }

  /** LAPACK does not take NaN for a pivot that is not positive. */
  private static OptionalInt firstNan(Matrix l) {
    for (int i = 0; i < l.rows(); i++) {
      if (Double.isNaN(l.at(i, i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public void invert(Matrix l) {
    Shapes.requireSquare(l);
    if (isLarge(l)) {
      new LargeTriangle(this, l).invert();
    } else {
      NativeBlock block = NativeWorkspace.ofThread().result();
      LAPACKE_dpotri(CblasColMajor, LOWER, l.rows(), block.load(l, Region.all(l)), l.rows());
      block.store(l, Region.all(l));
    }
  }

  @Override
  public void solveLower(Matrix l, Matrix b) {
    Shapes.requireLeft(l, b);
    if (ThinAlgebra.suits(b)) {
      ThinAlgebra.solveLower(l, b);
    } else if (isLarge(l)) {
      new LargeTriangle(this, l).solveLower(b);
    } else {
      solve(new Equation(CblasLeft, CblasNoTrans, 1), l, b);
    }
  }

  @Override
  public void solveLowerTransposed(Matrix l, Matrix b) {
    Shapes.requireLeft(l, b);
    if (ThinAlgebra.suits(b)) {
      ThinAlgebra.solveLowerTransposed(l, b);
    } else if (isLarge(l)) {
      new LargeTriangle(this, l).solveLowerTransposed(b);
    } else {
      solve(new Equation(CblasLeft, CblasTrans, 1), l, b);
    }
  }

  @Override
  public void solveLowerFromRightNegated(Matrix l, Matrix b) {
    Shapes.requireRight(l, b);
    if (isLarge(l)) {
      new LargeTriangle(this, l).solveLowerFromRightNegated(b);
    } else {
      solve(new Equation(CblasRight, CblasNoTrans, -1), l, b);
    }
  }

  @Override
  public void solveLowerTransposedFromRight(Matrix l, Matrix b) {
    Shapes.requireRight(l, b);
    if (isLarge(l)) {
      new LargeTriangle(this, l).solveLowerTransposedFromRight(b);
    } else {
      solve(new Equation(CblasRight, CblasTrans, 1), l, b);
    }
  }

  private static boolean isLarge(Matrix l) {
    return l.rows() > NativeBlock.SIDE;
  }

  /**
   * What is solved.
   *
   * @param side where L stands
   * @param order whether L is transposed
   * @param factor what the right-hand side is multiplied by
   */
  private record Equation(int side, int order, double factor) {}

  private static void solve(Equation equation, Matrix l, Matrix b) {
    NativeWorkspace workspace = NativeWorkspace.ofThread();
    DoubleBuffer factor = workspace.left().load(l, Region.all(l));
    for (Region piece : Region.all(b).pieces(NativeBlock.SIDE, NativeBlock.SIDE)) {
      DoubleBuffer solution = workspace.result().load(b, piece);
      cblas_dtrsm(
          CblasColMajor,
          equation.side,
          CblasLower,
          equation.order,
          CblasNonUnit,
          piece.rows(),
          piece.columns(),
          equation.factor,
          factor,
          l.rows(),
          solution,
          piece.rows());
      workspace.result().store(b, piece);
    }
  }
}
