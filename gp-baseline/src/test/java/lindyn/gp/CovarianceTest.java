package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import org.junit.jupiter.api.Test;

class CovarianceTest {

  private static final StationaryKernel KERNEL =
      new StationaryKernel(KernelFamily.MATERN_52, 2, List.of(0.5));

  @Test
  void namesThePointThatRepeatsAnotherAndTheOther() {
    Matrix x = new Matrix(5, 1, new double[] {0, 1, 1.1, 3, 1});
    var covariance = new Covariance(new Hyperparameters(KERNEL, 0), x, 0);

    var thrown =
        assertThrows(
            CovarianceNotPositiveDefiniteException.class,
            () -> covariance.factor(Covariance.room(5), Blas.fastest()));

    assertEquals(4, thrown.point());
    assertEquals(1, thrown.nearestEarlierPoint());
    assertEquals(
        "covariance of 5 points is not positive definite: point 4 (counted from 0) nearly repeats"
            + " earlier ones, most of all point 1 (correlation 1.0 under"
            + " StationaryKernel[family=MATERN_52, signalVariance=2.0, lengthScales=[0.5]] with"
            + " noiseVariance 0.0); drop one of the two or raise noiseVariance",
        thrown.getMessage());
  }

  @Test
  void aPointIsNotItsOwnTwin() {
    // correlation of the last two: 1 − 4.5e-16, less than that of a point with itself
    Matrix x = new Matrix(3, 1, new double[] {3, 0, 3e-8});
    var kernel = new StationaryKernel(KernelFamily.SQUARED_EXPONENTIAL, 1, List.of(1.0));
    var covariance = new Covariance(new Hyperparameters(kernel, 0), x, 0);

    var thrown =
        assertThrows(
            CovarianceNotPositiveDefiniteException.class,
            () -> covariance.factor(Covariance.room(3), Blas.fastest()));

    assertEquals(2, thrown.point());
    assertEquals(1, thrown.nearestEarlierPoint());
  }

  @Test
  void namesTheJitterThatDidNotHelp() {
    Matrix x = new Matrix(2, 1);
    var covariance = new Covariance(new Hyperparameters(KERNEL, 0), x, 1e-17);

    var thrown =
        assertThrows(
            CovarianceNotPositiveDefiniteException.class,
            () -> covariance.factor(Covariance.room(2), Blas.fastest()));

    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains("definite, even with 1.0E-17 added to its diagonal: "), message);
  }
}
