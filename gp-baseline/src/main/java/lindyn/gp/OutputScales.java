package lindyn.gp;

import java.util.ArrayList;
import java.util.List;
import lindyn.gp.algebra.Matrix;

/**
 * Scales of the covariances of outputs that share all other hyper-parameters.
 *
 * <p>If output j has the covariance s_j C with C = K + σ_n² I for all of them, its log likelihood
 * is greatest at s_j = y_jᵀ C⁻¹ y_j / n. The posterior mean does not depend on s_j, and the
 * posterior variance is s_j times the process's. At the maximum of the likelihood of processes
 * without scales the scales have the mean 1, as its derivative by a common factor is 0.
 *
 * <p>The other hyper-parameters are found with scales of 1. Found together with the scales the
 * likelihood would be greater, and errors of clean outputs smaller, but noisy outputs would hardly
 * have a say in the length scales: the mean of their relative errors, which models are compared by,
 * would be greater.
 */
public final class OutputScales {

  private OutputScales() {}

  /**
   * Computes the likeliest scales, in the time that the prediction of the observations takes: C⁻¹ y
   * is what the posterior mean m leaves of them over the noise, (y − m) / σ_n².
   *
   * @param process conditioned on the observations; for a sparse one K is K_nm K_mm⁻¹ K_mn
   * @param x inputs of the observations, shape {@code [points, inputs]}
   * @param y targets of the observations, shape {@code [points, outputs]}
   * @return one scale per output
   */
  public static List<Double> likeliest(GaussianProcess process, Matrix x, Matrix y) {
    Matrix means = process.means(x);
    double noise = process.hyperparameters().noiseVariance();
    if (process instanceof ExactGaussianProcess) {
      noise += process.jitter(); // that of a sparse one is of the inducing points
    }
    List<Double> scales = new ArrayList<>();
    for (int output = 0; output < y.columns(); output++) {
      double sum = 0;
      for (int i = 0; i < y.rows(); i++) {
        sum += y.at(i, output) * (y.at(i, output) - means.at(i, output));
      }
      scales.add(Math.max(sum, 0) / (noise * y.rows())); // rounding can leave it just below zero
    }
    return List.copyOf(scales);
  }
}
