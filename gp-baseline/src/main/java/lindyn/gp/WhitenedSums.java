package lindyn.gp;

import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.StationaryKernel;

/**
 * All that a sparse process needs to know of the observations, with V = L⁻¹ K_mn. What is solved
 * before it is summed keeps the digits that K_mn K_nm would lose to the condition of K_mm.
 *
 * @param products V Vᵀ in the lower triangle, shape {@code [inducing, inducing]}
 * @param targets V y, shape {@code [inducing, outputs]}
 */
record WhitenedSums(Matrix products, Matrix targets) {

  /** Sums over all observations, in parallel, in O(points · inducing²). */
  static WhitenedSums of(
      StationaryKernel kernel, InducingCovariance inducing, SparseData data, Blas blas) {
    return new OrderedSum<>(
            block -> ofBlock(whitened(kernel, inducing, data, block, blas), data, block, blas),
            WhitenedSums::plus)
        .of(data.blocks());
  }

  /** Returns the columns of V that belong to a block of points. */
  static Matrix whitened(
      StationaryKernel kernel, InducingCovariance inducing, SparseData data, int block, Blas blas) {
    var v = new Matrix(data.inducing(), data.size(block));
    kernel.fill(data.pairs(block), v);
    blas.solveLower(inducing.factor(), v);
    return v;
  }

  private static WhitenedSums ofBlock(Matrix v, SparseData data, int block, Blas blas) {
    var products = new Matrix(v.rows(), v.rows());
    blas.multiplyByTranspose(1, v, 0, products);
    var targets = new Matrix(v.rows(), data.outputs());
    blas.multiply(1, v, data.targets(block), 0, targets);
    return new WhitenedSums(products, targets);
  }

  private WhitenedSums plus(WhitenedSums other) {
    add(other.products.values(), products.values());
    add(other.targets.values(), targets.values());
    return this;
  }

  private static void add(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
