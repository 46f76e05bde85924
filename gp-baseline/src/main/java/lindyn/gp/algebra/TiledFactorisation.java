package lindyn.gp.algebra;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The Cholesky factorisation A = L Lᵀ of a tiled matrix, in place. */
final class TiledFactorisation {

  private final SymmetricTiles a;
  private final TileGrid grid;
  private final Blas blas;
  private final TileTasks tasks;

  TiledFactorisation(SymmetricTiles a, Blas blas) {
    this.a = a;
    this.blas = blas;
    grid = a.grid();
    tasks = new TileTasks(a, blas);
  }

  /**
   * Overwrites A with L.
   *
   * @throws NotPositiveDefiniteException if a pivot is not positive; then A is spoilt
   */
  void run() {
    for (int j = 0; j < grid.count(); j++) {
      addDiagonal(j);
      for (int i = j + 1; i < grid.count(); i++) {
        addBelow(i, j);
      }
    }
    tasks.run();
  }

  /** L_jj L_jjᵀ = A_jj − Σ_k L_jk L_jkᵀ. */
  private void addDiagonal(int j) {
    Matrix diagonal = a.tile(j, j);
    for (int k = 0; k < j; k++) {
      Matrix left = a.tile(j, k);
      tasks.add(() -> blas.multiplyByTranspose(-1, left, 1, diagonal), j, j, tasks.index(j, k));
    }
    tasks.add(() -> factorise(j), j, j);
  }

  private void factorise(int j) {
    OptionalInt pivot = blas.factorise(a.tile(j, j));
    if (pivot.isPresent()) {
      throw new NotPositiveDefiniteException(grid.first(j) + pivot.getAsInt());
    }
  }

  /** L_ij = (A_ij − Σ_k L_ik L_jkᵀ) L_jj⁻ᵀ. */
  private void addBelow(int i, int j) {
    tasks.addProducts(i, j, -1, IntStream.range(0, j).mapToObj(k -> product(i, j, k)).toList());
    Matrix below = a.tile(i, j);
    Matrix diagonal = a.tile(j, j);
    tasks.add(() -> blas.solveLowerTransposedFromRight(diagonal, below), i, j, tasks.index(j, j));
  }

  private TileProduct product(int i, int j, int k) {
    return new TileProduct(
        new Product(a.tile(i, k), a.tile(j, k).transposed()), tasks.index(i, k), tasks.index(j, k));
  }
}
