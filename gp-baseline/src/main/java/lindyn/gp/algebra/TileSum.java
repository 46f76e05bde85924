package lindyn.gp.algebra;

/** Sums of something over a symmetric matrix, tile by tile. */
@FunctionalInterface
public interface TileSum {

  /**
   * Adds what one tile of the lower triangle contributes; called on several threads.
   *
   * @param firstRow row of the matrix that is the tile's row 0
   * @param firstColumn column of the matrix that is the tile's column 0; not greater
   * @param tile the numbers; on the diagonal what lies above it has no meaning
   * @param sums where to add; of this tile alone, and 0 before
   */
  void add(int firstRow, int firstColumn, Matrix tile, double[] sums);
}
