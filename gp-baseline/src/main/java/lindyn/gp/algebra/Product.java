package lindyn.gp.algebra;

/**
 * A product of two matrices, not yet computed.
 *
 * @param left A
 * @param right B
 */
public record Product(Operand left, Operand right) {

  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if the left factor has not as many columns as the right one
   *     rows
   */
  public Product {
    Shapes.requireFactors(left, right);
  }

  int rows() {
    return left.rows();
  }

  int columns() {
    return right.columns();
  }
}
