package lindyn.gp;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;

/**
 * Observations and inducing points for tests.
 *
 * @param z shape {@code [inducing, inputs]}
 * @param x shape {@code [points, inputs]}
 * @param y shape {@code [points, outputs]}
 */
record SparseExample(Matrix z, Matrix x, Matrix y) {

  static final Blas BLAS = Blas.fastest();

  /** Draws points in [−2, 2)², two smooth outputs with noise, and inducing points among them. */
  static SparseExample random(long seed, int points, int inducing) {
    var random = new SplittableRandom(seed);
    var x = new Matrix(points, 2);
    fill(x, (i, d) -> random.nextDouble(-2, 2));
    var y = new Matrix(points, 2);
    fill(y, (i, o) -> Math.sin((1 + o) * x.at(i, 0)) * x.at(i, 1) + 0.1 * random.nextDouble());
    return new SparseExample(x.rows(0, inducing), x, y);
  }

  /** Fills a matrix column after column. */
  static void fill(Matrix matrix, Entry entry) {
    for (int j = 0; j < matrix.columns(); j++) {
      for (int i = 0; i < matrix.rows(); i++) {
        matrix.set(i, j, entry.at(i, j));
      }
    }
  }

  @FunctionalInterface
  interface Entry {
    double at(int row, int column);
  }

  SparseBound bound(KernelFamily family) {
    return new SparseBound(family, z, x, y, BLAS);
  }

  SparseGaussianProcess condition(Hyperparameters hyperparameters) {
    return SparseGaussianProcess.condition(hyperparameters, z, x, y, BLAS);
  }

  static Hyperparameters hyperparameters(
      KernelFamily family, double signalVariance, double[] lengthScales, double noiseVariance) {
    var scales = Arrays.stream(lengthScales).boxed().toList();
    return new Hyperparameters(new StationaryKernel(family, signalVariance, scales), noiseVariance);
  }

  static Hyperparameters matern(double signalVariance, double lengthScale, double noiseVariance) {
    return hyperparameters(
        KernelFamily.MATERN_52, signalVariance, new double[] {lengthScale}, noiseVariance);
  }

  /** Computes on this many threads. */
  static <T> T onThreads(int threads, Supplier<T> computation) {
    var pool = new ForkJoinPool(threads);
    try {
      return pool.submit(computation::get).join();
    } finally {
      pool.shutdown();
    }
  }
}
