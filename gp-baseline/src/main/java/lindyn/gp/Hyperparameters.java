package lindyn.gp;

import java.util.Arrays;
import java.util.List;
import lindyn.Checks;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;

/**
 * All that a Gaussian process with mean 0 leaves open.
 *
 * @param kernel covariance of f
 * @param noiseVariance σ_n², in squared units of the target
 */
public record Hyperparameters(StationaryKernel kernel, double noiseVariance) {

  /**
   * Checks the noise variance.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Hyperparameters {
    Checks.inRange(0, Double.MAX_VALUE, noiseVariance, "noiseVariance");
  }

  /** Returns log σ_f², every log ℓ, and log σ_n²: what a search moves in. */
  public double[] logarithms() {
    double[] theta = new double[kernel.hyperparameters() + 1];
    theta[0] = Math.log(kernel.signalVariance());
    for (int i = 1; i < theta.length - 1; i++) {
      theta[i] = Math.log(kernel.lengthScales().get(i - 1));
    }
    theta[theta.length - 1] = Math.log(noiseVariance);
    return theta;
  }

  /** Is the inverse of {@link #logarithms}. */
  public static Hyperparameters ofLogarithms(KernelFamily family, double[] theta) {
    List<Double> numbers = Arrays.stream(theta).map(Math::exp).boxed().toList();
    int last = theta.length - 1;
    return new Hyperparameters(
        new StationaryKernel(family, numbers.get(0), numbers.subList(1, last)), numbers.get(last));
  }
}
