package lindyn.gp.algebra;

/** Products of matrices in plain Java, in blocks that stay in the second-level cache. */
final class JavaProduct {

  /** Rows and inner indices of a block: 128 KB. */
  private static final int ROWS = 256;

  private static final int INNER = 64;

  private final double alpha;
  private final Operand a;
  private final Operand b;
  private final boolean lowerTriangle;

  /**
   * Takes a product.
   *
   * @param lowerTriangle whether only the lower triangle of the product is wanted
   */
  JavaProduct(double alpha, Product product, boolean lowerTriangle) {
    this.alpha = alpha;
    a = product.left();
    b = product.right();
    this.lowerTriangle = lowerTriangle;
  }

  /** C := C + α A B, or its lower triangle. */
  void addTo(Matrix c) {
    for (Region block : new Region(0, 0, a.rows(), a.columns()).pieces(ROWS, INNER)) {
      addBlock(block, c);
    }
  }

  /** Adds what a block of A contributes to its rows of C. */
  private void addBlock(Region block, Matrix c) {
    Strips strips = strips(block);
    double[] weights = new double[block.columns()];
    double[] target = new double[block.rows()];
    int lastColumn = lowerTriangle ? block.firstRow() + block.rows() : c.columns();
    for (int j = 0; j < lastColumn; j++) {
      readWeights(block, j, weights);
      int start = block.firstRow() + j * c.rows();
      int from = lowerTriangle ? Math.max(0, j - block.firstRow()) : 0;
      int length = block.rows() - from;
      System.arraycopy(c.values(), start + from, target, from, length);
      strips.addTo(target, from, weights, 0, weights.length);
      System.arraycopy(target, from, c.values(), start + from, length);
    }
  }

  private Strips strips(Region block) {
    return a instanceof Transposed transposed
        ? Strips.ofRows(transposed.matrix(), block.transposed())
        : Strips.ofColumns((Matrix) a, block);
  }

  /** Reads α times a column of B. */
  private void readWeights(Region block, int column, double[] weights) {
    boolean transposed = b instanceof Transposed;
    Matrix matrix = b instanceof Transposed t ? t.matrix() : (Matrix) b;
    int step = transposed ? matrix.rows() : 1;
    int place = transposed ? column : column * matrix.rows();
    place += block.firstColumn() * step;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = alpha * matrix.values()[place];
      place += step;
    }
  }
}
