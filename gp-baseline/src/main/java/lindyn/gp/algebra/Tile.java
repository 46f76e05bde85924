package lindyn.gp.algebra;

/**
 * A piece of a matrix.
 *
 * @param firstRow row of the matrix that is row 0 of the numbers
 * @param firstColumn column of the matrix that is column 0 of the numbers
 */
record Tile(int firstRow, int firstColumn, Matrix numbers) {}
