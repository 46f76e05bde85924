package lindyn.gp.algebra;

import java.util.OptionalInt;

/** The few operations on dense matrices that the rest is made of; each runs on one thread. */
public sealed interface Blas permits JavaBlas {

  /** Returns the fastest implementation that this machine has. */
  static Blas fastest() {
    return new JavaBlas();
  }

  /** Returns what runs the operations, for reports. */
  String name();

  /**
   * C := α A B + β C.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void multiply(double alpha, Operand a, Operand b, double beta, Matrix c);

  /**
   * Overwrites the lower triangle of A, diagonal included, with its Cholesky factor L, A = L Lᵀ.
   * The upper triangle is neither read nor written.
   *
   * @return the first pivot that is not positive, if there is one; then A is spoilt
   */
  OptionalInt factorise(Matrix a);

  /** B := L⁻¹ B, with the lower triangle of L. */
  void solveLower(Matrix l, Matrix b);

  /** B := L⁻ᵀ B, with the lower triangle of L. */
  void solveLowerTransposed(Matrix l, Matrix b);

  /** B := B L⁻ᵀ, with the lower triangle of L. */
  void solveLowerTransposedFromRight(Matrix l, Matrix b);
}
