package lindyn.gp;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.PointPairs;
import lindyn.gp.kernel.StationaryKernel;

/**
 * Functions that are weighted sums of kernels, f_j(x*) = Σ_i k(x_i, x*) α_ij, as the posterior mean
 * is, R&amp;W eq. 2.27. Immutable.
 */
final class KernelExpansion {

  /** Points at which one task computes the functions. */
  private static final int BLOCK = 64;

  /** Summands taken in at once: their kernels stay in the second cache. */
  private static final int CHUNK = 256;

  private final StationaryKernel kernel;
  private final Matrix x;
  private final List<Matrix> alpha;
  private final int outputs;
  private final Blas blas;

  /**
   * Takes the parts, which must not change any more.
   *
   * @param x points, shape {@code [points, inputs]}
   * @param alpha weights, shape {@code [points, outputs]}
   */
  KernelExpansion(StationaryKernel kernel, Matrix x, Matrix alpha, Blas blas) {
    this.kernel = kernel;
    this.x = x;
    this.blas = blas;
    outputs = alpha.columns();
    int chunks = (alpha.rows() + CHUNK - 1) / CHUNK;
    this.alpha =
        IntStream.range(0, chunks)
            .map(chunk -> chunk * CHUNK)
            .mapToObj(first -> alpha.rows(first, Math.min(CHUNK, alpha.rows() - first)))
            .toList();
  }

  /**
   * Computes the functions, in O(points · points of xStar) time.
   *
   * @param xStar shape {@code [points, inputs]}
   * @return shape {@code [points, outputs]}
   */
  Matrix at(Matrix xStar) {
    Matrix values = new Matrix(xStar.rows(), outputs);
    int blocks = (xStar.rows() + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks).parallel().forEach(block -> fill(xStar, block * BLOCK, values));
    return values;
  }

  private void fill(Matrix xStar, int first, Matrix values) {
    int count = Math.min(BLOCK, xStar.rows() - first);
    Matrix block = new Matrix(count, outputs);
    Matrix kernels = new Matrix(Math.min(CHUNK, x.rows()), count);
    for (int chunk = 0; chunk < alpha.size(); chunk++) {
      Matrix weights = alpha.get(chunk);
      if (weights.rows() != kernels.rows()) { // only the last chunk is smaller
        kernels = new Matrix(weights.rows(), count);
      }
      kernel.fill(new PointPairs(x, chunk * CHUNK, xStar, first), kernels);
      blas.multiply(1, kernels.transposed(), weights, 1, block);
    }
    for (int output = 0; output < outputs; output++) {
      int to = first + output * values.rows();
      System.arraycopy(block.values(), output * count, values.values(), to, count);
    }
  }
}
