package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelExpansionTest {

  /** Blocks and chunks are for speed alone. */
  @ParameterizedTest(name = "{0} points at {1}")
  @CsvSource({"1, 1", "3, 64", "256, 65", "600, 130"})
  void isTheSumOfWeightedKernels(int points, int pointsStar) {
    var random = new SplittableRandom(1);
    Matrix x = RandomPoints.matrix(random, points, 2);
    Matrix alpha = RandomPoints.matrix(random, points, 3);
    Matrix xStar = RandomPoints.matrix(random, pointsStar, 2);
    var kernel = new StationaryKernel(KernelFamily.MATERN_32, 1.5, List.of(0.5, 0.8));

    Matrix values = new KernelExpansion(kernel, x, alpha, Blas.fastest()).at(xStar);

    for (int i = 0; i < pointsStar; i++) {
      double[] sums = new double[3];
      for (int k = 0; k < points; k++) {
        double value = kernel.value(x.rows(k, 1).values(), xStar.rows(i, 1).values());
        for (int j = 0; j < 3; j++) {
          sums[j] += value * alpha.at(k, j);
        }
      }
      // rounding of 600 summands below 1.5
      assertArrayEquals(sums, values.rows(i, 1).values(), 1e-12);
    }
  }
}
