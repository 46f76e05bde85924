package lindyn.gp;

import lindyn.gp.algebra.Matrix;

/**
 * A Gaussian process with mean 0, conditioned on observations; outputs share its hyper-parameters.
 * Standardise inputs and targets before, or mean 0 is a poor guess. Immutable.
 */
public sealed interface GaussianProcess permits ExactGaussianProcess, SparseGaussianProcess {

  /** Returns what the process was conditioned under. */
  Hyperparameters hyperparameters();

  /** Returns the number of inputs. */
  int inputs();

  /** Returns the number of outputs. */
  int outputs();

  /**
   * Returns what was added to the diagonal of the covariance that is factorised, of the points or
   * of the inducing points, so that it became positive definite, in squared units of the target.
   */
  double jitter();

  /** Returns the number of points whose kernels a mean is a sum of. */
  int points();

  /**
   * Returns the posterior means.
   *
   * @param xStar points, shape {@code [points, inputs]}
   * @return shape {@code [points, outputs]}
   * @throws IllegalArgumentException if the points have another number of inputs, or a number that
   *     is not finite
   */
  Matrix means(Matrix xStar);

  /**
   * Returns the posterior variances of the noise-free f, the same for all outputs but for their
   * {@link OutputScales}. Those of y are greater by the noise variance.
   *
   * @param xStar points, shape {@code [points, inputs]}
   * @return one variance per point, in squared units of the target
   * @throws IllegalArgumentException if the points have another number of inputs, or a number that
   *     is not finite
   */
  double[] variances(Matrix xStar);
}
