package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import org.junit.jupiter.api.Test;

/** Saving and loading, and threads. */
class RestoredGaussianProcessTest {

  private static final Blas BLAS = Blas.fastest();

  private static final Matrix X = RandomPoints.matrix(new SplittableRandom(3), 40, 2);
  private static final Matrix Y = RandomPoints.waves(X, 3);
  private static final Matrix X_STAR = RandomPoints.matrix(new SplittableRandom(4), 150, 2);

  private static Hyperparameters matern(double lengthScale, double noiseVariance) {
    var kernel = new StationaryKernel(KernelFamily.MATERN_52, 1, List.of(lengthScale));
    return new Hyperparameters(kernel, noiseVariance);
  }

  @Test
  void restoredFromItsPartsIsTheSame() {
    var gp = ExactGaussianProcess.condition(matern(0.7, 0.01), X, Y, BLAS);

    var restored =
        ExactGaussianProcess.restored(gp.hyperparameters(), gp.jitter(), gp.x(), gp.alpha(), BLAS);

    assertEquals(2, restored.inputs());
    assertEquals(3, restored.outputs());
    assertEquals(40, restored.points());
    assertArrayEquals(gp.means(X_STAR).values(), restored.means(X_STAR).values(), 0);
    assertArrayEquals(gp.variances(X_STAR), restored.variances(X_STAR), 0);
  }

  @Test
  void restoredWithTooLittleJitterTakesMore() {
    Matrix x = new Matrix(3, 1, new double[] {1, 2, 1});
    var gp =
        ExactGaussianProcess.condition(
            matern(1, 0), x, new Matrix(3, 1, new double[] {3, 4, 5}), BLAS);

    var restored = ExactGaussianProcess.restored(matern(1, 0), 0, gp.x(), gp.alpha(), BLAS);

    assertArrayEquals(gp.variances(x), restored.variances(x), 0);
  }

  @Test
  void hasTheSameBitsOnAnyNumberOfThreads() throws Exception {
    Matrix x = RandomPoints.matrix(new SplittableRandom(5), 600, 2); // more than one tile
    Matrix y = RandomPoints.waves(x, 2);
    List<double[]> means = new ArrayList<>();
    List<double[]> variances = new ArrayList<>();

    for (int threads : new int[] {1, 3}) {
      var pool = new ForkJoinPool(threads);
      Callable<ExactGaussianProcess> fit =
          () -> ExactGaussianProcess.condition(matern(0.7, 0.01), x, y, BLAS);
      var gp = pool.submit(fit).get();
      means.add(pool.submit(() -> gp.means(X_STAR)).get().values());
      variances.add(pool.submit(() -> gp.variances(X_STAR)).get());
      pool.shutdown();
    }

    assertArrayEquals(means.get(0), means.get(1), 0);
    assertArrayEquals(variances.get(0), variances.get(1), 0);
  }

  @Test
  void severalThreadsMayPredictAtOnce() throws Exception {
    var gp = ExactGaussianProcess.condition(matern(0.7, 0.01), X, Y, BLAS);
    var restored = // whose factor is not there yet
        ExactGaussianProcess.restored(gp.hyperparameters(), gp.jitter(), gp.x(), gp.alpha(), BLAS);
    double[] expected = gp.variances(X_STAR);
    var threads = Executors.newFixedThreadPool(4);
    Callable<double[]> prediction = () -> restored.variances(X_STAR);

    var predictions = threads.invokeAll(List.of(prediction, prediction, prediction, prediction));

    for (var variances : predictions) {
      assertArrayEquals(expected, variances.get(), 0);
    }
    threads.shutdown();
  }

  @Test
  void refusesPartsThatDoNotFit() {
    var fitting = matern(1, 0.1);
    var kernel = new StationaryKernel(KernelFamily.MATERN_52, 1, List.of(1.0, 1.0, 1.0));
    var forThreeInputs = new Hyperparameters(kernel, 0.1);

    assertRefused("jitter must be in", fitting, -1, Y);
    assertRefused("x has 40 points, y has 39", fitting, 0, Y.rows(0, 39));
    assertRefused("points have 2 inputs, the kernel 3 length scales", forThreeInputs, 0, Y);
  }

  private static void assertRefused(
      String start, Hyperparameters hyperparameters, double jitter, Matrix alpha) {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> ExactGaussianProcess.restored(hyperparameters, jitter, X, alpha, BLAS));
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.startsWith(start), message);
  }
}
