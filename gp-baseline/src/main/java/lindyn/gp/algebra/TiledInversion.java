package lindyn.gp.algebra;

import java.util.stream.IntStream;

/**
 * The inverse A⁻¹ = Xᵀ X, X = L⁻¹, of a tiled matrix, in the place of its Cholesky factor L.
 *
 * <p>Columns of X take the place of columns of L from the first on, since X_ij needs of L the
 * columns from j on; then rows of A⁻¹ take the place of rows of X from the first on, since they
 * need of X the rows from i on. The diagonal keeps tiles of L to the end: solving with one is as
 * fast as multiplying by its inverse.
 */
final class TiledInversion {

  private final SymmetricTiles l;
  private final TileGrid grid;
  private final Blas blas;
  private final TileTasks tasks;

  TiledInversion(SymmetricTiles l, Blas blas) {
    this.l = l;
    this.blas = blas;
    grid = l.grid();
    tasks = new TileTasks(l, blas);
  }

  /** Overwrites L with A⁻¹. */
  void run() {
    for (int j = 0; j < grid.count(); j++) {
      addColumnOfX(j);
    }
    for (int i = 0; i < grid.count(); i++) {
      addRowOfInverse(i);
    }
    tasks.run();
  }

  /** X_ij = −L_ii⁻¹ (L_ij L_jj⁻¹ + Σ_k L_ik X_kj), k between j and i. */
  private void addColumnOfX(int j) {
    for (int i = j + 1; i < grid.count(); i++) {
      Matrix x = l.tile(i, j);
      Matrix top = l.tile(j, j);
      Matrix diagonal = l.tile(i, i);
      int row = i;
      tasks.add(() -> blas.solveLowerFromRightNegated(top, x), i, j, tasks.index(j, j));
      tasks.addProducts(
          i, j, -1, IntStream.range(j + 1, i).mapToObj(k -> productOfX(row, j, k)).toList());
      tasks.add(() -> blas.solveLower(diagonal, x), i, j, tasks.index(i, i));
    }
  }

  private TileProduct productOfX(int i, int j, int k) {
    return new TileProduct(
        new Product(l.tile(i, k), l.tile(k, j)), tasks.index(i, k), tasks.index(k, j));
  }

  /** (A⁻¹)_ij = L_ii⁻ᵀ X_ij + Σ_k X_kiᵀ X_kj, k after i; on the diagonal X_ii is L_ii⁻¹. */
  private void addRowOfInverse(int i) {
    Matrix diagonal = l.tile(i, i);
    for (int j = 0; j < i; j++) {
      Matrix y = l.tile(i, j);
      int column = j;
      tasks.add(() -> blas.solveLowerTransposed(diagonal, y), i, j, tasks.index(i, i));
      tasks.addProducts(
          i,
          j,
          1,
          IntStream.range(i + 1, grid.count())
              .mapToObj(k -> productOfInverse(i, column, k))
              .toList());
    }
    tasks.add(() -> blas.invert(diagonal), i, i);
    for (int k = i + 1; k < grid.count(); k++) {
      Operand x = l.tile(k, i).transposed();
      tasks.add(() -> blas.multiplyByTranspose(1, x, 1, diagonal), i, i, tasks.index(k, i));
    }
  }

  private TileProduct productOfInverse(int i, int j, int k) {
    return new TileProduct(
        new Product(l.tile(k, i).transposed(), l.tile(k, j)), tasks.index(k, i), tasks.index(k, j));
  }
}
