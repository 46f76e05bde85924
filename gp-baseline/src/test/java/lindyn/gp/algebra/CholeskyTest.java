package lindyn.gp.algebra;

import static lindyn.gp.algebra.RandomMatrices.real;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against commons-math3, at the borders of tiles that are so small that there are many. */
class CholeskyTest {

  private static final Blas JAVA = new JavaBlas();

  private static Stream<Named<Blas>> implementations() {
    return Stream.of(JAVA, new OpenBlas()).map(blas -> Named.of(blas.name(), blas));
  }

  static Stream<Arguments> grids() {
    int[][] grids = {
      {1, 1},
      {7, 1},
      {4, 5},
      {5, 5},
      {6, 5},
      {9, 5},
      {10, 5},
      {11, 5},
      {23, 5},
      {61, 8},
      {130, 130},
      {130, 32}
    };
    return implementations()
        .flatMap(
            blas ->
                Arrays.stream(grids)
                    .map(grid -> Arguments.of(blas, new TileGrid(grid[0], grid[1]))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("grids")
  void agreesWithCommonsMath(Blas blas, TileGrid grid) {
    var random = new RandomMatrices(1);
    Matrix a = random.nextPositiveDefinite(grid.size());
    var expected = new CholeskyDecomposition(real(a));
    Matrix b = random.next(grid.size(), 3);
    RealMatrix rightHandSides = real(b);
    Matrix lower = b.copy();

    Cholesky cholesky = Cholesky.of(tiles(a, grid), blas);
    cholesky.solve(b);
    cholesky.solveLower(lower);

    // the condition is below 100, and sums have up to 130 terms
    assertEquals(Math.log(expected.getDeterminant()), cholesky.logDeterminant(), 1e-11);
    assertClose(expected.getSolver().solve(rightHandSides), real(b), 1e-13);
    assertClose(rightHandSides, expected.getL().multiply(real(lower)), 1e-12);
    assertClose(expected.getSolver().getInverse(), whole(cholesky.inverse()), 1e-13);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("grids")
  void namesTheRowOfTheWholeMatrixWhosePivotFails(Blas blas, TileGrid grid) {
    for (int wrong = 0; wrong < grid.size(); wrong += 1 + grid.size() / 6) {
      Matrix a = new RandomMatrices(2).nextPositiveDefinite(grid.size());
      a.set(wrong, wrong, 0);
      if (wrong + 2 < grid.size()) {
        a.set(wrong + 2, wrong + 2, -1); // not the first
      }
      SymmetricTiles tiles = tiles(a, grid);

      var thrown = assertThrows(NotPositiveDefiniteException.class, () -> Cholesky.of(tiles, blas));

      assertEquals(wrong, thrown.pivot());
      assertEquals(
          "matrix is not positive definite: pivot " + wrong + " is not positive",
          thrown.getMessage());
    }
  }

  @Test
  void aRowThatRepeatsAnotherIsNamed() {
    Matrix a = new Matrix(40, 40);
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        a.set(i, j, i % 33 == j % 33 ? 4 : 0); // rows 33 to 39 are rows 0 to 6 again
      }
    }

    var thrown =
        assertThrows(
            NotPositiveDefiniteException.class,
            () -> Cholesky.of(tiles(a, new TileGrid(40, 8)), JAVA));

    assertEquals(33, thrown.pivot());
  }

  @ParameterizedTest(name = "{0} columns")
  @ValueSource(ints = {1, 2, 7, 255, 256, 257, 2049})
  void solvesForAnyNumberOfColumns(int columns) {
    var random = new RandomMatrices(3);
    Matrix a = random.nextPositiveDefinite(20);
    Matrix b = random.next(20, columns);
    RealMatrix rightHandSides = real(b);

    Cholesky.of(tiles(a, new TileGrid(20, 6)), JAVA).solve(b);

    assertClose(rightHandSides, real(a).multiply(real(b)), 1e-12);
  }

  @ParameterizedTest(name = "{0} columns")
  @ValueSource(ints = {2048, 2049, 4100})
  void solvesWithTheFactorForAnyNumberOfColumns(int columns) {
    var random = new RandomMatrices(3);
    Matrix a = random.nextPositiveDefinite(20);
    Matrix b = random.next(20, columns);
    RealMatrix rightHandSides = real(b);

    Cholesky.of(tiles(a, new TileGrid(20, 6)), JAVA).solveLower(b);

    RealMatrix l = new CholeskyDecomposition(real(a)).getL();
    assertClose(rightHandSides, l.multiply(real(b)), 1e-12); // rounding, in sums of 4100 columns
  }

  static Stream<Arguments> sizes() {
    return implementations()
        .flatMap(blas -> IntStream.of(256, 257, 390).mapToObj(size -> Arguments.of(blas, size)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void inverseTimesMatrixIsTheUnitMatrix(Blas blas, int size) {
    Matrix a = new RandomMatrices(4).nextPositiveDefinite(size);
    SymmetricTiles tiles = SymmetricTiles.compute(size, source(a));

    RealMatrix product = whole(Cholesky.of(tiles, blas).inverse()).multiply(real(a));

    for (int i = 0; i < size; i++) {
      product.addToEntry(i, i, -1);
    }
    assertEquals(0, product.getNorm(), 1e-10); // 390 numbers of rounding at a condition of 200
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sizes")
  void hasTheSameBitsOnAnyNumberOfThreads(Blas blas, int size) {
    Matrix a = new RandomMatrices(5).nextPositiveDefinite(size);

    double[] one = new ForkJoinPool(1).submit(() -> everything(a, blas)).join();
    double[] three = new ForkJoinPool(3).submit(() -> everything(a, blas)).join();
    double[] common = everything(a, blas);

    assertArrayEquals(one, three, 0);
    assertArrayEquals(one, common, 0);
  }

  private static double[] everything(Matrix a, Blas blas) {
    Cholesky cholesky = Cholesky.of(SymmetricTiles.compute(a.rows(), source(a)), blas);
    Matrix few = new RandomMatrices(6).next(a.rows(), 5);
    Matrix many = new RandomMatrices(7).next(a.rows(), 300);
    cholesky.solve(few);
    cholesky.solveLower(many);
    double logDeterminant = cholesky.logDeterminant();
    RealMatrix inverse = whole(cholesky.inverse());
    return Stream.of(
            few.values(),
            many.values(),
            new double[] {logDeterminant},
            RandomMatrices.of(inverse).values())
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @Test
  void theFactorIsGoneOnceItIsInverted() {
    Matrix a = new RandomMatrices(8).nextPositiveDefinite(3);
    Cholesky cholesky = Cholesky.of(tiles(a, new TileGrid(3, 2)), JAVA);
    Matrix b = new Matrix(3, 1);
    cholesky.inverse();

    var thrown = assertThrows(IllegalStateException.class, () -> cholesky.solve(b));

    assertEquals("the inverse has overwritten the factor", thrown.getMessage());
    assertThrows(IllegalStateException.class, () -> cholesky.solveLower(b));
    assertThrows(IllegalStateException.class, cholesky::logDeterminant);
    assertThrows(IllegalStateException.class, cholesky::inverse);
  }

  @Test
  void refusesRightHandSidesOfAnotherLength() {
    Matrix a = new RandomMatrices(9).nextPositiveDefinite(3);
    Cholesky cholesky = Cholesky.of(tiles(a, new TileGrid(3, 2)), JAVA);
    Matrix b = new Matrix(2, 1);

    var thrown = assertThrows(IllegalArgumentException.class, () -> cholesky.solve(b));

    assertEquals("expected 3 rows as the factor has, got 2", thrown.getMessage());
    assertThrows(IllegalArgumentException.class, () -> cholesky.solveLower(b));
  }

  private static SymmetricTiles tiles(Matrix a, TileGrid grid) {
    return SymmetricTiles.compute(grid, source(a));
  }

  /** Copies the lower triangle; above the diagonal there is NaN. */
  private static TileSource source(Matrix a) {
    return (row, column, tile) -> {
      for (int i = 0; i < tile.rows(); i++) {
        for (int j = 0; j < tile.columns(); j++) {
          tile.set(i, j, row + i < column + j ? Double.NaN : a.at(row + i, column + j));
        }
      }
    };
  }

  private static RealMatrix whole(SymmetricTiles tiles) {
    int side = tiles.grid().side();
    Matrix whole = new Matrix(tiles.size(), tiles.size());
    for (int i = 0; i < tiles.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double number = tiles.tile(i / side, j / side).at(i % side, j % side);
        whole.set(i, j, number);
        whole.set(j, i, number);
      }
    }
    return real(whole);
  }

  private static void assertClose(RealMatrix expected, RealMatrix actual, double tolerance) {
    assertEquals(0, actual.subtract(expected).getNorm() / expected.getRowDimension(), tolerance);
  }
}
