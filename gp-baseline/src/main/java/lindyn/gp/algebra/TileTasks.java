package lindyn.gp.algebra;

import java.util.List;
import java.util.stream.IntStream;

/** Tasks that each change one tile of a matrix in place. */
final class TileTasks {

  /** Products that one task adds: many copy the tile less often, few keep more threads busy. */
  private static final int PRODUCTS = 4;

  private final SymmetricTiles matrix;
  private final Blas blas;
  private final TaskGraph graph;

  TileTasks(SymmetricTiles matrix, Blas blas) {
    this.matrix = matrix;
    this.blas = blas;
    graph = new TaskGraph(matrix.grid().tiles());
  }

  /** Returns the index of a tile. */
  int index(int row, int column) {
    return matrix.grid().index(row, column);
  }

  /**
   * Adds a task.
   *
   * @param work changes the tile in a row and column of tiles
   * @param read indices of the other tiles that it uses
   */
  void add(Runnable work, int row, int column, int... read) {
    graph.add(work, index(row, column), read);
  }

  /** Adds tasks that add α times a sum of products to a tile. */
  void addProducts(int row, int column, double alpha, List<TileProduct> products) {
    Matrix target = matrix.tile(row, column);
    for (int first = 0; first < products.size(); first += PRODUCTS) {
      int end = Math.min(first + PRODUCTS, products.size());
      List<TileProduct> some = products.subList(first, end);
      List<Product> factors = some.stream().map(TileProduct::product).toList();
      int[] read = some.stream().flatMapToInt(p -> IntStream.of(p.left(), p.right())).toArray();
      add(() -> blas.addProducts(alpha, factors, target), row, column, read);
    }
  }

  /**
   * Runs the tasks.
   *
   * @throws NotPositiveDefiniteException if a task did
   */
  void run() {
    graph.run();
  }
}
