package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.StationaryKernel;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class OutputScalesTest {

  private static final int POINTS = 60;
  private static final Matrix X = new Matrix(POINTS, 1);
  private static final Matrix Y = new Matrix(POINTS, 2);
  private static final Hyperparameters HYPERPARAMETERS =
      new Hyperparameters(new StationaryKernel(KernelFamily.MATERN_52, 1.3, List.of(0.4)), 0.05);

  // the second output has a hundred times the noise of the first
  static {
    var random = new SplittableRandom(4);
    for (int i = 0; i < POINTS; i++) {
      double x = random.nextDouble(-2, 2);
      X.set(i, 0, x);
      Y.set(i, 0, Math.sin(3 * x) + 0.05 * random.nextGaussian());
      Y.set(i, 1, Math.cos(2 * x) + 0.5 * random.nextGaussian());
    }
  }

  private static ExactGaussianProcess exact(Hyperparameters hyperparameters, Matrix y) {
    return ExactGaussianProcess.condition(hyperparameters, X, y, Blas.fastest());
  }

  /** yᵀ C⁻¹ y / n by another library, with C = A + σ_n² I. */
  private static double expected(RealMatrix a, int output) {
    RealMatrix c =
        a.add(
            MatrixUtils.createRealIdentityMatrix(POINTS)
                .scalarMultiply(HYPERPARAMETERS.noiseVariance()));
    var y = new ArrayRealVector(POINTS);
    for (int i = 0; i < POINTS; i++) {
      y.setEntry(i, Y.at(i, output));
    }
    return y.dotProduct(solver(c).solve(y)) / POINTS;
  }

  private static DecompositionSolver solver(RealMatrix symmetricButForRounding) {
    return new CholeskyDecomposition(symmetricButForRounding, 1e-9, 1e-12).getSolver();
  }

  private static RealMatrix covariances(Matrix x, Matrix z) {
    RealMatrix covariances = MatrixUtils.createRealMatrix(x.rows(), z.rows());
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < z.rows(); j++) {
        covariances.setEntry(
            i,
            j,
            HYPERPARAMETERS.kernel().value(new double[] {x.at(i, 0)}, new double[] {z.at(j, 0)}));
      }
    }
    return covariances;
  }

  @Test
  void areTheLikeliestOfAnExactProcess() {
    List<Double> scales = OutputScales.likeliest(exact(HYPERPARAMETERS, Y), X, Y);

    RealMatrix k = covariances(X, X);
    assertEquals(expected(k, 0), scales.get(0), 1e-10);
    assertEquals(expected(k, 1), scales.get(1), 1e-10);
    assertTrue(scales.get(1) > 5 * scales.get(0), scales.toString());
  }

  @Test
  void areTheLikeliestOfASparseProcess() {
    Matrix z = X.rows(0, 7);
    var sparse = SparseGaussianProcess.condition(HYPERPARAMETERS, z, X, Y, Blas.fastest());

    List<Double> scales = OutputScales.likeliest(sparse, X, Y);

    RealMatrix kzx = covariances(z, X);
    RealMatrix q = kzx.transpose().multiply(solver(covariances(z, z)).getInverse().multiply(kzx));
    // the process has a jitter of 1e-10, which the reference lacks
    assertEquals(expected(q, 0), scales.get(0), 1e-6);
    assertEquals(expected(q, 1), scales.get(1), 1e-6);
  }

  @Test
  void haveTheMeanOneWhereTheLikelihoodIsGreatest() {
    Hyperparameters best =
        new HyperparameterSearch(
                KernelFamily.MATERN_52, HyperparameterSearch.ISOTROPIC, 0, 1, POINTS)
            .find(
                X,
                Y,
                (x, y) -> new LogMarginalLikelihood(KernelFamily.MATERN_52, x, y, Blas.fastest()),
                progress -> {})
            .hyperparameters();

    List<Double> scales = OutputScales.likeliest(exact(best, Y), X, Y);

    // a hundredth of a nat of 120 data is a factor within 2 %
    assertEquals(1, (scales.get(0) + scales.get(1)) / 2, 0.02);
  }

  /** Weights (y − m) / (σ_n² + jitter): the jitter is part of the noise. */
  @Test
  void countTheJitter() {
    Matrix x = X.copy();
    x.set(1, 0, x.at(0, 0));
    var noiseless = new Hyperparameters(HYPERPARAMETERS.kernel(), 0);
    var process = ExactGaussianProcess.condition(noiseless, x, Y, Blas.fastest());
    Matrix alpha = process.alpha();
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += Y.at(i, 0) * alpha.at(i, 0);
    }

    double scale = OutputScales.likeliest(process, x, Y).get(0);

    assertTrue(process.jitter() > 0);
    assertEquals(sum / POINTS, scale, 1e-3 * scale); // y − m loses most of its digits
  }
}
