package lindyn.gp;

import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.PointPairs;
import lindyn.gp.kernel.StationaryKernel;

/**
 * The gradient of {@link SparseBound}, whose Javadoc derives it.
 *
 * @param hyperparameters where it is taken
 * @param fit what was computed there for the bound
 * @param data the observations
 */
record SparseGradient(Hyperparameters hyperparameters, SparseFit fit, SparseData data, Blas blas) {

  /** Returns the derivatives by log σ_f², every log ℓ, and log σ_n². */
  double[] gradient() {
    Matrix inverse = inverse();
    Matrix told = told(inverse);
    double[] gradient = byCovariances(told);
    double explainable = hyperparameters.kernel().signalVariance() / noiseVariance();
    gradient[0] -= 0.5 * data.outputs() * data.points() * explainable;
    gradient[gradient.length - 1] = byLogNoise(inverse, explainable);
    return gradient;
  }

  private StationaryKernel kernel() {
    return hyperparameters.kernel();
  }

  private double noiseVariance() {
    return hyperparameters.noiseVariance();
  }

  private Matrix factor() {
    return fit.inducing().factor();
  }

  /** Returns the lower triangle of B⁻¹. */
  private Matrix inverse() {
    Matrix inverse = fit.factor().copy();
    blas.invert(inverse);
    return inverse;
  }

  /** Returns the lower triangle of P = p (I − B⁻¹) − u uᵀ. */
  private Matrix told(Matrix inverse) {
    Matrix told = inverse.copy();
    for (int i = 0; i < told.rows(); i++) {
      told.set(i, i, told.at(i, i) - 1);
    }
    blas.multiplyByTranspose(-1, fit.mean(blas), -data.outputs(), told);
    return told;
  }

  /** Returns what K_mm contributes, which is computed beside the blocks, and K_mn. */
  private double[] byCovariances(Matrix told) {
    Triangle.mirror(told);
    Matrix solved = told.copy();
    blas.solveLowerTransposed(factor(), solved);
    Matrix weights = fit.weights(blas);
    return new OrderedSum<>(
            part -> part == 0 ? byInducing(told) : byBlock(part - 1, solved, weights),
            SparseGradient::plus)
        .of(1 + data.blocks());
  }

  /** Returns what K_mm contributes, with the weights ½ L⁻ᵀ (P − p C) L⁻¹. */
  private double[] byInducing(Matrix told) {
    Matrix weights = fit.products().copy();
    Triangle.mirror(weights);
    for (int i = 0; i < weights.values().length; i++) {
      weights.values()[i] = 0.5 * (data.outputs() * weights.values()[i] - told.values()[i]);
    }
    blas.solveLowerTransposed(factor(), weights);
    blas.solveLowerFromRightNegated(factor(), weights);
    double[] gradient = gradient(PointPairs.all(data.z(), data.z()), weights);
    gradient[0] += fit.inducing().jitter() * SparseFit.trace(weights); // it grows with σ_f²
    return gradient;
  }

  /**
   * Returns what a block of K_mn contributes, with the weights L⁻ᵀ (P V + u yᵀ) / σ_n².
   *
   * @param solved L⁻ᵀ P
   * @param weights L⁻ᵀ u
   */
  private double[] byBlock(int block, Matrix solved, Matrix weights) {
    Matrix v = WhitenedSums.whitened(kernel(), fit.inducing(), data, block, blas);
    double scale = 1 / noiseVariance();
    var blockWeights = new Matrix(v.rows(), v.columns());
    blas.multiply(scale, weights, data.targets(block).transposed(), 0, blockWeights);
    blas.multiply(scale, solved, v, 1, blockWeights);
    return gradient(data.pairs(block), blockWeights);
  }

  private double[] gradient(PointPairs pairs, Matrix weights) {
    double[] gradient = new double[kernel().hyperparameters() + 1];
    kernel().addGradient(pairs, weights, gradient);
    return gradient;
  }

  private static double[] plus(double[] sum, double[] other) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private double byLogNoise(Matrix inverse, double explainable) {
    double perOutput =
        data.inducing()
            - SparseFit.trace(inverse)
            - data.points()
            + data.points() * explainable
            - SparseFit.trace(fit.products());
    double misfit =
        SparseFit.sumOfSquares(data.observations().y()) / noiseVariance()
            - SparseFit.sumOfSquares(fit.explained()) // uᵀ B u
            - SparseFit.sumOfSquares(fit.mean(blas));
    return 0.5 * (data.outputs() * perOutput + misfit);
  }
}
