package lindyn.gp.algebra;

/**
 * The Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ, R&amp;W appendix A.4.
 * Tiles are worked on in parallel, and the result has the same bits on any number of threads.
 */
public final class Cholesky {

  /** Right-hand sides that are copied at a time. */
  private static final int MOST_COLUMNS = 2048;

  private final SymmetricTiles l;
  private final Blas blas;
  private boolean spent;

  private Cholesky(SymmetricTiles l, Blas blas) {
    this.l = l;
    this.blas = blas;
  }

  /**
   * Factorises a matrix in its own memory, in n³/3 operations.
   *
   * @param a is overwritten with the factor, and spoilt if there is none
   * @throws NotPositiveDefiniteException if a pivot is not positive
   */
  public static Cholesky of(SymmetricTiles a, Blas blas) {
    new TiledFactorisation(a, blas).run();
    return new Cholesky(a, blas);
  }

  /** Returns log |A| = 2 Σ log L_ii. */
  public double logDeterminant() {
    requireFactor();
    double sum = 0;
    for (int i = 0; i < l.grid().count(); i++) {
      Matrix tile = l.tile(i, i);
      for (int k = 0; k < tile.rows(); k++) {
        sum += Math.log(tile.at(k, k));
      }
    }
    return 2 * sum;
  }

  /**
   * B := A⁻¹ B, in parallel over rows and columns of B.
   *
   * @throws IllegalArgumentException if B has another number of rows than A
   */
  public void solve(Matrix b) {
    requireRows(b);
    for (Region columns : Region.all(b).pieces(b.rows(), MOST_COLUMNS)) {
      TiledSolution solution = new TiledSolution(l, blas, b, columns);
      solution.addForward();
      solution.addBackward();
      solution.run();
    }
  }

  /**
   * B := L⁻¹ B, in parallel over rows and columns of B.
   *
   * @throws IllegalArgumentException if B has another number of rows than A
   */
  public void solveLower(Matrix b) {
    requireRows(b);
    for (Region columns : Region.all(b).pieces(b.rows(), MOST_COLUMNS)) {
      TiledSolution solution = new TiledSolution(l, blas, b, columns);
      solution.addForward();
      solution.run();
    }
  }

  /**
   * Inverts A in the memory of the factor, in 2n³/3 operations. The factor is gone then: every
   * later call of a method throws an IllegalStateException.
   *
   * @return A⁻¹, in what was given to {@link #of}
   */
  public SymmetricTiles inverse() {
    requireFactor();
    spent = true;
    new TiledInversion(l, blas).run();
    return l;
  }

  private void requireRows(Matrix b) {
    requireFactor();
    if (b.rows() != l.size()) {
      throw new IllegalArgumentException(
          "expected " + l.size() + " rows as the factor has, got " + b.rows());
    }
  }

  private void requireFactor() {
    if (spent) {
      throw new IllegalStateException("the inverse has overwritten the factor");
    }
  }
}
