package lindyn.gp.model;

import lindyn.gp.ExactGaussianProcess;
import lindyn.gp.GaussianProcess;
import lindyn.gp.Hyperparameters;
import lindyn.gp.LogMarginalLikelihood;
import lindyn.gp.SparseBound;
import lindyn.gp.SparseGaussianProcess;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Objective;

/** How observations make a process: what differs between an exact and a sparse one. */
sealed interface Conditioning {

  /** Returns how many points show where the best hyper-parameters are, at little cost. */
  int fewPoints();

  /** Returns what the hyper-parameters maximise. */
  Objective likelihood(Matrix x, Matrix y);

  /** Conditions a process. */
  GaussianProcess condition(Hyperparameters hyperparameters, Matrix x, Matrix y);

  /**
   * Keeps all observations.
   *
   * @param family of the kernel
   * @param blas does the algebra
   */
  record Exact(KernelFamily family, Blas blas) implements Conditioning {

    @Override
    public int fewPoints() {
      return 250;
    }

    @Override
    public Objective likelihood(Matrix x, Matrix y) {
      return new LogMarginalLikelihood(family, x, y, blas);
    }

    @Override
    public GaussianProcess condition(Hyperparameters hyperparameters, Matrix x, Matrix y) {
      return ExactGaussianProcess.condition(hyperparameters, x, y, blas);
    }
  }

  /**
   * Keeps what the observations tell of inducing points.
   *
   * @param family of the kernel
   * @param z the inducing points
   * @param blas does the algebra
   */
  record Sparse(KernelFamily family, Matrix z, Blas blas) implements Conditioning {

    @Override
    public int fewPoints() {
      return 4 * z.rows();
    }

    @Override
    public Objective likelihood(Matrix x, Matrix y) {
      return new SparseBound(family, z, x, y, blas);
    }

    @Override
    public GaussianProcess condition(Hyperparameters hyperparameters, Matrix x, Matrix y) {
      return SparseGaussianProcess.condition(hyperparameters, z, x, y, blas);
    }
  }
}
