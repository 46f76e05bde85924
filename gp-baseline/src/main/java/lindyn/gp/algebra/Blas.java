package lindyn.gp.algebra;

import java.util.List;
import java.util.OptionalInt;

/**
 * The few operations on dense matrices that the rest is made of; each runs on one thread, and any
 * number of threads may call at once.
 *
 * <p>A lower triangular matrix L is the lower triangle of a square matrix, diagonal included; what
 * lies above it is not read.
 */
public sealed interface Blas permits JavaBlas, OpenBlas {

  /**
   * Returns the fastest implementation that this machine has: OpenBLAS where its native library can
   * be loaded, plain Java elsewhere or where the system property {@code lindyn.blas} is {@code
   * java}.
   */
  static Blas fastest() {
    return FastestBlas.CHOICE;
  }

  /** Returns what runs the operations, for reports. */
  String name();

  /**
   * C := α A B + β C. Where β is 0, what C held does not matter.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default void multiply(double alpha, Operand a, Operand b, double beta, Matrix c) {
    Product product = new Product(a, b);
    Shapes.requireSum(product, c);
    Scaling.scale(beta, c);
    addProducts(alpha, List.of(product), c);
  }

  /**
   * C := C + α Σ A B, over several products.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void addProducts(double alpha, List<Product> products, Matrix c);

  /**
   * Lower triangle of C := α A Aᵀ + β C. Above the diagonal C is neither read nor written.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void multiplyByTranspose(double alpha, Operand a, double beta, Matrix c);

  /**
   * Overwrites the lower triangle of A, diagonal included, with its Cholesky factor L, A = L Lᵀ.
   * The upper triangle is neither read nor written.
   *
   * @return the first pivot that is not positive, or not a number, if there is one; then A is
   *     spoilt
   * @throws IllegalArgumentException if A is not square
   */
  OptionalInt factorise(Matrix a);

  /**
   * Overwrites a Cholesky factor L with the lower triangle of (L Lᵀ)⁻¹. The upper triangle is
   * neither read nor written.
   *
   * @throws IllegalArgumentException if L is not square
   */
  void invert(Matrix l);

  /**
   * B := L⁻¹ B.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void solveLower(Matrix l, Matrix b);

  /**
   * B := L⁻ᵀ B.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void solveLowerTransposed(Matrix l, Matrix b);

  /**
   * B := −B L⁻¹.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void solveLowerFromRightNegated(Matrix l, Matrix b);

  /**
   * B := B L⁻ᵀ.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  void solveLowerTransposedFromRight(Matrix l, Matrix b);
}
