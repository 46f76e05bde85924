package lindyn.bench.paper;

import lindyn.bench.GpProblem;
import lindyn.data.LogData;
import lindyn.gp.ExactGaussianProcess;
import lindyn.gp.HyperparameterSearch;
import lindyn.gp.Hyperparameters;
import lindyn.gp.LogMarginalLikelihood;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;

/**
 * Gaussian processes of n samples, one per joint, whose hyper-parameters were found on few of them.
 *
 * @param log where the samples come from
 * @param samples n
 * @param seed of the draw
 */
record Factorisations(LogData log, int samples, int seed) {

  private static final KernelFamily KERNEL = KernelFamily.MATERN_52;
  private static final int FOUND_ON = 500;
  private static final int FEW = 250;

  /** Returns how long it takes to condition all processes, without the search. */
  double seconds() {
    Blas blas = Blas.fastest();
    GpProblem problem = GpProblem.draw(log, samples, seed);
    double seconds = 0;
    for (int joint = 0; joint < problem.y().columns(); joint++) {
      Matrix y = problem.torques(joint);
      Hyperparameters found = found(problem.x(), y, blas); // warms up too
      long begin = System.nanoTime();
      ExactGaussianProcess.condition(found, problem.x(), y, blas);
      seconds += (System.nanoTime() - begin) / 1e9;
    }
    return seconds;
  }

  private Hyperparameters found(Matrix x, Matrix y, Blas blas) {
    int few = Math.min(samples, FOUND_ON);
    return new HyperparameterSearch(KERNEL, HyperparameterSearch.ISOTROPIC, 0, seed, FEW)
        .find(
            x.rows(0, few),
            y.rows(0, few),
            (points, torques) -> new LogMarginalLikelihood(KERNEL, points, torques, blas),
            progress -> {})
        .hyperparameters();
  }
}
