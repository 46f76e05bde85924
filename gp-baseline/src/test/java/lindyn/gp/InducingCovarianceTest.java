package lindyn.gp;

import static lindyn.gp.SparseExample.BLAS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.PointPairs;
import lindyn.gp.kernel.StationaryKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InducingCovarianceTest {

  private static final StationaryKernel KERNEL = SparseExample.matern(4, 0.7, 0).kernel();

  @ParameterizedTest
  @CsvSource({"0, 4e-10", "1e-12, 4e-10", "4e-9, 4e-9", "0.5, 0.5"})
  void takesTheJitterThatWasEnoughButNeverNone(double known, double expected) {
    Matrix z = SparseExample.random(1, 30, 20).z();

    double jitter = InducingCovariance.of(KERNEL, z, known, BLAS).orElseThrow().jitter();

    assertEquals(expected, jitter, 1e-12 * expected); // rounding
  }

  @Test
  void factorTimesItsTransposeIsTheCovariance() {
    Matrix z = SparseExample.random(1, 30, 20).z();

    Matrix factor = InducingCovariance.of(KERNEL, z, BLAS).orElseThrow().factor();

    Triangle.clear(factor);
    var product = new Matrix(20, 20);
    BLAS.multiply(1, factor, factor.transposed(), 0, product);
    var expected = new Matrix(20, 20);
    KERNEL.fill(PointPairs.all(z, z), expected);
    for (int i = 0; i < expected.values().length; i++) {
      assertEquals(expected.values()[i], product.values()[i], 1e-9); // the jitter of 4e-10
    }
  }

  @Test
  void pointsTooFarApartToMeasureAreUncorrelated() {
    var kernel = SparseExample.matern(1, 1, 0).kernel();
    var z =
        new Matrix(2, 1, new double[] {-1e200, 1e200}); // the square of the distance is infinite

    assertEquals(0, InducingCovariance.of(kernel, z, BLAS).orElseThrow().factor().at(1, 0));
  }
}
