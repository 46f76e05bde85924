package lindyn.gp.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricTilesTest {

  /** Tells every place by its number. */
  private static void numberPlaces(int firstRow, int firstColumn, Matrix tile) {
    for (int j = 0; j < tile.columns(); j++) {
      for (int i = 0; i < tile.rows(); i++) {
        tile.set(i, j, 1000.0 * (firstRow + i) + firstColumn + j);
      }
    }
  }

  @ParameterizedTest(name = "{0} in tiles of {1}")
  @CsvSource({"1,1", "5,1", "5,2", "6,2", "7,3", "9,10", "10,10", "11,10"})
  void holdsEveryNumberOfTheLowerTriangle(int size, int side) {
    var matrix = SymmetricTiles.compute(new TileGrid(size, side), SymmetricTilesTest::numberPlaces);

    assertEquals(size, matrix.size());
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        assertEquals(1000.0 * i + j, matrix.tile(i / side, j / side).at(i % side, j % side), 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1025, 2000, 5000, 10_000, 30_000})
  void takesLittleMoreThanHalfOfTheMemoryOfAMatrix(int size) {
    double share = SymmetricTiles.bytes(size) / (8.0 * size * size);

    assertTrue(share >= 0.5, "share " + share);
    // half of the tiles on the diagonal is not needed, and they are not wider than this
    assertTrue(share <= 0.5 + 0.5 * Math.min(248.0, 7 * Math.sqrt(size)) / size, "share " + share);
  }

  /** Half of the smallest region of the G1 collector; larger arrays waste what they do not fill. */
  @ParameterizedTest
  @ValueSource(ints = {1000, 2000, 10_000, 60_000})
  void noTileIsHumongous(int size) {
    int side = TileGrid.of(size).side();

    assertTrue(8L * side * side + 64 < (1 << 19), "side " + side); // 64 bytes: any header
  }

  @Test
  void takesTheMemoryOfTheNumbersItHolds() {
    var numbers = new AtomicLong();
    SymmetricTiles.compute(1025, (row, column, tile) -> numbers.addAndGet(tile.values().length));

    assertEquals(8 * numbers.get(), SymmetricTiles.bytes(1025));
  }

  @Test
  void computesAgainInTheSameMemory() {
    var grid = new TileGrid(5, 2);
    var matrix = SymmetricTiles.compute(grid, (row, column, tile) -> tile.set(0, 0, 1));
    Matrix before = matrix.tile(1, 0);

    matrix.recompute((row, column, tile) -> tile.set(0, 0, 10 * row + column));

    assertSame(before, matrix.tile(1, 0));
    assertEquals(20, before.at(0, 0), 0);
  }

  @Test
  void sumsOverEveryTileOnce() {
    var matrix = SymmetricTiles.compute(new TileGrid(7, 3), SymmetricTilesTest::numberPlaces);

    double[] sums =
        matrix.sum(
            2,
            (row, column, tile, sum) -> {
              sum[0] += tile.at(0, 0);
              sum[1] += tile.values().length;
            });

    assertArrayEquals(
        new double[] {0 + 3000 + 3003 + 6000 + 6003 + 6006, 9 + 9 + 9 + 3 + 3 + 1}, sums);
  }

  @Test
  void sumsHaveTheSameBitsOnAnyNumberOfThreads() {
    var matrix = SymmetricTiles.compute(new TileGrid(50, 2), SymmetricTilesTest::numberPlaces);
    TileSum sum = (row, column, tile, sums) -> sums[0] += 1 / (tile.at(0, 0) + 3);

    double[] one = new ForkJoinPool(1).submit(() -> matrix.sum(1, sum)).join();
    double[] three = new ForkJoinPool(3).submit(() -> matrix.sum(1, sum)).join();

    assertArrayEquals(one, three, 0);
  }

  @Test
  void refusesASizeOfNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SymmetricTiles.compute(0, SymmetricTilesTest::numberPlaces));
    assertThrows(IllegalArgumentException.class, () -> SymmetricTiles.bytes(0));
  }
}
