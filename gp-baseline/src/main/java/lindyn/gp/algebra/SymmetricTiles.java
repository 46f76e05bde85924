package lindyn.gp.algebra;

import java.util.List;

/**
 * The lower triangle of a symmetric matrix, in square tiles: half of the memory, and no array with
 * more numbers than Java allows. Its numbers may change.
 */
public final class SymmetricTiles {

  private final TileGrid grid;
  private final List<Tile> tiles;

  private SymmetricTiles(TileGrid grid) {
    this.grid = grid;
    tiles = grid.newTiles();
  }

  /**
   * Computes a matrix, tiles in parallel.
   *
   * @param size its number of rows
   * @throws IllegalArgumentException if size is not positive
   */
  public static SymmetricTiles compute(int size, TileSource source) {
    return compute(TileGrid.of(size), source);
  }

  static SymmetricTiles compute(TileGrid grid, TileSource source) {
    SymmetricTiles matrix = new SymmetricTiles(grid);
    matrix.recompute(source);
    return matrix;
  }

  /** Computes all numbers again, in the same memory. */
  public void recompute(TileSource source) {
    tiles.parallelStream()
        .forEach(tile -> source.fill(tile.firstRow(), tile.firstColumn(), tile.numbers()));
  }

  /** Returns the number of rows. */
  public int size() {
    return grid.size();
  }

  /**
   * Returns the memory that a matrix takes on the heap, in bytes; to factorise and to invert it
   * takes no more. {@link Cholesky#solve} copies up to 2048 right-hand sides beside.
   */
  public static long bytes(int size) {
    return TileGrid.of(size).bytes();
  }

  /**
   * Sums something over all tiles, in parallel. The sums of the tiles are added in a fixed order,
   * so the result has the same bits on any number of threads.
   *
   * @param length how many sums there are
   */
  public double[] sum(int length, TileSum sum) {
    double[][] parts =
        tiles.parallelStream().map(tile -> sumOf(tile, length, sum)).toArray(double[][]::new);
    double[] total = new double[length];
    for (double[] part : parts) {
      for (int i = 0; i < length; i++) {
        total[i] += part[i];
      }
    }
    return total;
  }

  private static double[] sumOf(Tile tile, int length, TileSum sum) {
    double[] sums = new double[length];
    sum.add(tile.firstRow(), tile.firstColumn(), tile.numbers(), sums);
    return sums;
  }

  TileGrid grid() {
    return grid;
  }

  /** Returns the numbers of a tile on or below the diagonal. */
  Matrix tile(int row, int column) {
    return tiles.get(grid.index(row, column)).numbers();
  }
}
