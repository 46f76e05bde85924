package lindyn.gp.algebra;

/** A factor of a product: a matrix as it is, or transposed. */
public sealed interface Operand permits Matrix, Transposed {

  /** Returns the number of rows of the factor. */
  int rows();

  /** Returns the number of columns of the factor. */
  int columns();

  /** Returns this factor transposed; nothing is copied. */
  Operand transposed();
}
