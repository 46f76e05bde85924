package lindyn.gp.algebra;

/**
 * A transposed factor of a product.
 *
 * @param matrix what is transposed
 */
record Transposed(Matrix matrix) implements Operand {

  @Override
  public int rows() {
    return matrix.columns();
  }

  @Override
  public int columns() {
    return matrix.rows();
  }

  @Override
  public Operand transposed() {
    return matrix;
  }
}
