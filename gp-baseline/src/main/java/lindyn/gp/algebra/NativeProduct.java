package lindyn.gp.algebra;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasLower;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsyrk;

import java.nio.DoubleBuffer;
import java.util.List;

/** Products of matrices by OpenBLAS, in pieces that fit into a thread's native memory. */
final class NativeProduct {

  private final NativeWorkspace workspace = NativeWorkspace.ofThread();
  private final double alpha;
  private final Operand a;
  private final Operand b;

  NativeProduct(double alpha, Product product) {
    this.alpha = alpha;
    a = product.left();
    b = product.right();
  }

  /** C := C + α Σ A B; C is copied once for all products. */
  static void addTo(Matrix c, double alpha, List<Product> products) {
    List<NativeProduct> sum = products.stream().map(p -> new NativeProduct(alpha, p)).toList();
    NativeBlock result = NativeWorkspace.ofThread().result();
    for (Region piece : pieces(Region.all(c))) {
      DoubleBuffer values = result.load(c, piece);
      sum.forEach(product -> product.addTo(values, piece));
      result.store(c, piece);
    }
  }

  /** Lower triangle of C := C + α A B, where B is Aᵀ. */
  void addToLowerTriangle(Matrix c) {
    NativeBlock result = workspace.result();
    for (Region piece : pieces(Region.all(c))) {
      if (piece.firstRow() >= piece.firstColumn()) {
        DoubleBuffer values = result.load(c, piece);
        if (piece.firstRow() == piece.firstColumn()) {
          addSquareTo(values, piece);
        } else {
          addTo(values, piece);
        }
        result.store(c, piece);
      }
    }
  }

  private static List<Region> pieces(Region region) {
    return region.pieces(NativeBlock.SIDE, NativeBlock.SIDE);
  }

  /** Returns the pieces of A that a piece of C depends on. */
  private List<Region> factors(Region piece) {
    return pieces(new Region(piece.firstRow(), 0, piece.rows(), a.columns()));
  }

  private void addTo(DoubleBuffer sum, Region piece) {
    int rows = piece.rows();
    int columns = piece.columns();
    for (Region left : factors(piece)) {
      int inner = left.columns();
      Region right = new Region(left.firstColumn(), piece.firstColumn(), inner, columns);
      DoubleBuffer leftValues = load(a, left, workspace.left());
      DoubleBuffer rightValues = load(b, right, workspace.right());
      cblas_dgemm(
          CblasColMajor,
          order(a),
          order(b),
          rows,
          columns,
          inner,
          alpha,
          leftValues,
          stride(a, left),
          rightValues,
          stride(b, right),
          1,
          sum,
          rows);
    }
  }

  private void addSquareTo(DoubleBuffer sum, Region piece) {
    int n = piece.rows();
    for (Region left : factors(piece)) {
      DoubleBuffer values = load(a, left, workspace.left());
      cblas_dsyrk(
          CblasColMajor,
          CblasLower,
          order(a),
          n,
          left.columns(),
          alpha,
          values,
          stride(a, left),
          1,
          sum,
          n);
    }
  }

  private static DoubleBuffer load(Operand operand, Region region, NativeBlock block) {
    return operand instanceof Transposed transposed
        ? block.load(transposed.matrix(), region.transposed())
        : block.load((Matrix) operand, region);
  }

  private static int order(Operand operand) {
    return operand instanceof Transposed ? CblasTrans : CblasNoTrans;
  }

  /** Returns the distance between columns of the loaded matrix. */
  private static int stride(Operand operand, Region region) {
    return operand instanceof Transposed ? region.columns() : region.rows();
  }
}
