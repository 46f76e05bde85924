package lindyn.gp.algebra;

import java.util.List;
import java.util.stream.IntStream;

/** Solves with a tiled Cholesky factor, for some columns of the right-hand sides. */
final class TiledSolution {

  /**
   * Right-hand sides of a task: so few that several threads find work, enough for fast products.
   */
  private static final int WIDTH = 256;

  private final SymmetricTiles l;
  private final TileGrid grid;
  private final Blas blas;
  private final Matrix b;
  private final List<Region> regions;
  private final List<Matrix> parts;
  private final TaskGraph graph;

  /**
   * Copies right-hand sides.
   *
   * @param columns which columns of b
   */
  TiledSolution(SymmetricTiles l, Blas blas, Matrix b, Region columns) {
    this.l = l;
    this.blas = blas;
    this.b = b;
    grid = l.grid();
    regions = columns.pieces(grid.side(), WIDTH);
    parts = regions.parallelStream().map(region -> region.copyOf(b)).toList();
    graph = new TaskGraph(parts.size());
  }

  /** Adds the tasks of B := L⁻¹ B. */
  void addForward() {
    for (int start = 0; start < parts.size(); start += grid.count()) {
      for (int i = 0; i < grid.count(); i++) {
        for (int k = 0; k < i; k++) {
          addUpdate(l.tile(i, k), start + k, start + i);
        }
        Matrix factor = l.tile(i, i);
        Matrix part = parts.get(start + i);
        graph.add(() -> blas.solveLower(factor, part), start + i);
      }
    }
  }

  /** Adds the tasks of B := L⁻ᵀ B. */
  void addBackward() {
    for (int start = 0; start < parts.size(); start += grid.count()) {
      for (int i = grid.count() - 1; i >= 0; i--) {
        for (int k = grid.count() - 1; k > i; k--) {
          addUpdate(l.tile(k, i).transposed(), start + k, start + i);
        }
        Matrix factor = l.tile(i, i);
        Matrix part = parts.get(start + i);
        graph.add(() -> blas.solveLowerTransposed(factor, part), start + i);
      }
    }
  }

  private void addUpdate(Operand factor, int from, int to) {
    Matrix known = parts.get(from);
    Matrix target = parts.get(to);
    graph.add(() -> blas.multiply(-1, factor, known, 1, target), to, from);
  }

  /** Runs the tasks and writes the solution. */
  void run() {
    graph.run();
    IntStream.range(0, parts.size())
        .parallel()
        .forEach(part -> regions.get(part).write(parts.get(part), b));
  }
}
