package lindyn.gp.algebra;

/** Computes a symmetric matrix in pieces. */
@FunctionalInterface
public interface TileSource {

  /**
   * Computes one piece; called on several threads, for pieces of the lower triangle.
   *
   * @param firstRow row of the matrix that is the piece's row 0
   * @param firstColumn column of the matrix that is the piece's column 0; not greater
   * @param tile receives the numbers; on the diagonal the part above it is not read
   */
  void fill(int firstRow, int firstColumn, Matrix tile);
}
