package lindyn.gp.algebra;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.Checks;

/**
 * How the lower triangle of a square matrix is cut into square tiles; those on the lower edge are
 * smaller.
 *
 * @param size rows of the matrix
 * @param side rows of a tile
 */
record TileGrid(int size, int side) {

  /** Up to here one thread is as fast as several that wait for each other. */
  private static final int LARGEST_SINGLE_TILE = 256;

  /** Sides are a multiple of this, as the kernels of OpenBLAS like them. */
  private static final int STEP = 64;

  /**
   * A tile of so many rows takes just less than 512 KiB. From there on the G1 collector would give
   * it whole regions of 1 MiB, as small heaps have them, and waste what it does not fill.
   */
  private static final int LARGEST_SIDE = 248;

  TileGrid {
    Checks.positive(size, "size");
    Checks.positive(side, "side");
  }

  /**
   * Cuts into so many tiles that several threads find work, and into so few that work on a tile is
   * fast: 128 rows at a size of 500, 192 at 1000, 248 at 2000. The side must not depend on the
   * number of threads, or results would.
   */
  static TileGrid of(int size) {
    if (size <= LARGEST_SINGLE_TILE) {
      return new TileGrid(size, size);
    }
    long steps = Math.round(6 * Math.sqrt(size) / STEP);
    return new TileGrid(size, (int) Math.min(LARGEST_SIDE, STEP * steps));
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend - 1) / divisor + 1;
  }

  /** Returns the number of tiles in a column of the whole matrix. */
  int count() {
    return ceilDiv(size, side);
  }

  /** Returns the number of tiles. */
  int tiles() {
    return count() * (count() + 1) / 2;
  }

  /** Returns the place of a tile among all tiles: row of tiles after row. */
  int index(int row, int column) {
    return row * (row + 1) / 2 + column;
  }

  /** Returns the first row of a row of tiles. */
  int first(int row) {
    return row * side;
  }

  /** Returns the number of rows of a row of tiles. */
  int rows(int row) {
    return Math.min(side, size - first(row));
  }

  /** Returns the memory of all tiles. */
  long bytes() {
    long numbers = 0;
    for (int row = 0; row < count(); row++) {
      numbers += (long) rows(row) * (first(row) + rows(row));
    }
    return Double.BYTES * numbers;
  }

  /** Makes the tiles, in the order of their places, filled with zeros. */
  List<Tile> newTiles() {
    return IntStream.range(0, count()).boxed().flatMap(this::newRow).toList();
  }

  private Stream<Tile> newRow(int row) {
    return IntStream.rangeClosed(0, row)
        .mapToObj(
            column -> new Tile(first(row), first(column), new Matrix(rows(row), rows(column))));
  }
}
