package lindyn.gp.algebra;

/**
 * A product of two tiles of a matrix.
 *
 * @param product what is computed
 * @param left index of the tile that is the left factor
 * @param right index of the tile that is the right factor
 */
record TileProduct(Product product, int left, int right) {}
