package lindyn.gp;

import lindyn.Checks;
import org.apache.commons.math3.util.MathArrays;

/**
 * The Matérn kernel with ν = 5/2, Rasmussen and Williams (2006) eq. 4.17: k(r) = σ_f² (1 + a +
 * a²/3) exp(−a) with a = √5 r/ℓ. The paper writes √10 r/ℓ, so its length scale is √2 times this
 * one.
 *
 * @param signalVariance σ_f², in squared units of the target
 * @param lengthScale ℓ, in units of the standardised inputs
 */
public record Matern52(double signalVariance, double lengthScale) implements Kernel {

  private static final double SQRT_5 = Math.sqrt(5);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive and finite
   */
  public Matern52 {
    Checks.positive(signalVariance, "signalVariance");
    Checks.positive(lengthScale, "lengthScale");
  }

  @Override
  public double value(double[] x, double[] xPrime) {
    double a = SQRT_5 * MathArrays.distance(x, xPrime) / lengthScale;
    double decay = Math.exp(-a);
    return decay == 0 ? 0 : signalVariance * (1 + a + a * a / 3) * decay; // never ∞ · 0
  }
}
