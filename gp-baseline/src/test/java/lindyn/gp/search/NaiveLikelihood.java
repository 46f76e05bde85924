package lindyn.gp.search;

import java.util.OptionalInt;
import lindyn.gp.Hyperparameters;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.kernel.PointPairs;

/** The log marginal likelihood of one output, by the book and slow; R&amp;W eqs 5.8 and 5.9. */
record NaiveLikelihood(Matrix x, Matrix y) implements Objective {

  private static final Blas BLAS = Blas.fastest();

  @Override
  public Value at(double[] theta) {
    var parameters = Hyperparameters.ofLogarithms(KernelFamily.MATERN_52, theta);
    int n = x.rows();
    Matrix factor = new Matrix(n, n);
    parameters.kernel().fill(PointPairs.all(x, x), factor);
    for (int i = 0; i < n; i++) {
      factor.set(i, i, factor.at(i, i) + parameters.noiseVariance());
    }
    OptionalInt pivot = BLAS.factorise(factor);
    if (pivot.isPresent()) {
      return new Value(Double.NEGATIVE_INFINITY, new double[theta.length]);
    }
    Matrix alpha = solved(factor, y.copy());
    double value = -0.5 * n * Math.log(2 * Math.PI);
    for (int i = 0; i < n; i++) {
      value -= 0.5 * y.at(i, 0) * alpha.at(i, 0) + Math.log(factor.at(i, i));
    }
    return new Value(value, gradient(parameters, alpha, weights(factor, alpha)));
  }

  private double[] gradient(Hyperparameters parameters, Matrix alpha, Matrix weights) {
    double[] gradient = new double[parameters.kernel().hyperparameters() + 1];
    parameters.kernel().addGradient(PointPairs.all(x, x), weights, gradient);
    for (int i = 0; i < alpha.rows(); i++) {
      gradient[gradient.length - 1] += parameters.noiseVariance() * weights.at(i, i);
    }
    return gradient;
  }

  /** (α αᵀ − K⁻¹) / 2. */
  private static Matrix weights(Matrix factor, Matrix alpha) {
    int n = factor.rows();
    Matrix weights = new Matrix(n, n);
    for (int i = 0; i < n; i++) {
      weights.set(i, i, -0.5);
    }
    solved(factor, weights);
    BLAS.multiply(0.5, alpha, alpha.transposed(), 1, weights);
    return weights;
  }

  private static Matrix solved(Matrix factor, Matrix b) {
    BLAS.solveLower(factor, b);
    BLAS.solveLowerTransposed(factor, b);
    return b;
  }
}
