package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import org.junit.jupiter.api.Test;

/** Two equal points; variances near the least double make jitters vanish that are too small. */
class FactoredCovarianceTest {

  private static final Blas BLAS = Blas.fastest();

  private static Covariance twins(double variance, double jitter) {
    var kernel = new StationaryKernel(KernelFamily.MATERN_52, variance, List.of(1.0));
    return new Covariance(new Hyperparameters(kernel, 0), new Matrix(2, 1), jitter);
  }

  @Test
  void addsAsMuchAsAMillionthOfTheVariance() {
    double variance = 2e6 * Double.MIN_VALUE; // a millionth is 2 of the least doubles

    var factored = FactoredCovariance.of(twins(variance, 0), BLAS);

    assertEquals(2 * Double.MIN_VALUE, factored.covariance().jitter(), 0);
  }

  @Test
  void addsNoMoreThanAMillionthOfTheVariance() {
    double variance = 2e5 * Double.MIN_VALUE; // a hundred-thousandth is 2 of the least doubles

    assertThrows(
        CovarianceNotPositiveDefiniteException.class,
        () -> FactoredCovariance.of(twins(variance, 0), BLAS));
  }

  @Test
  void addsToTheJitterThatIsKnown() {
    var factored = FactoredCovariance.of(twins(1, 1e-17), BLAS);

    assertEquals(1e-17 + 1e-10, factored.covariance().jitter(), 1e-25); // a few roundings
  }
}
