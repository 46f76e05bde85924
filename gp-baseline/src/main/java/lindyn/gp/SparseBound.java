package lindyn.gp;

import java.util.Optional;
import lindyn.gp.algebra.Blas;
import lindyn.gp.algebra.Matrix;
import lindyn.gp.kernel.KernelFamily;
import lindyn.gp.search.Objective;

/**
 * The variational free energy of a sparse Gaussian process with fixed inducing points z, Titsias,
 * <i>Variational learning of inducing variables in sparse Gaussian processes</i> (AISTATS 2009),
 * eq. 9: a lower bound on the log marginal likelihood of n observations, to be maximised over the
 * hyper-parameters. With Q_nn = K_nm K_mm⁻¹ K_mn it is, for each output, and summed over the
 * outputs, which share the hyper-parameters,
 *
 * <pre>F = log N(y | 0, Q_nn + σ_n² I) − tr(K_nn − Q_nn) / 2σ_n².</pre>
 *
 * <p>K_mm gets a jitter of 1e-10 σ_f², or as many times ten of it as its Cholesky factorisation
 * needs, at most 1e-4 σ_f²; F stays a lower bound. Cost: O(n m²) time, on all processors, and O(m²)
 * memory for each of them beside the observations: those are passed twice, in blocks.
 *
 * <p><b>Value.</b> With K_mm = L Lᵀ, V = L⁻¹ K_mn, C = V Vᵀ / σ_n² and B = I + C, so that |Q_nn +
 * σ_n² I| = σ_n²ⁿ |B|, and by the matrix inversion lemma, for p outputs that are the columns of y,
 *
 * <pre>
 * F = −½ p (n log 2πσ_n² + log |B| + n σ_f² / σ_n² − tr C)
 *     −½ tr(yᵀ y) / σ_n² + ½ tr(yᵀ Vᵀ B⁻¹ V y) / σ_n⁴.</pre>
 *
 * <p><b>Gradient.</b> Let Φ = K_mn K_nm and Σ = K_mm + Φ / σ_n² = L B Lᵀ. The terms that depend on
 * K_mm and K_mn are −½ p (log |Σ| − log |K_mm|), ½ p tr(K_mm⁻¹ Φ) / σ_n² and ½ tr(bᵀ Σ⁻¹ b) / σ_n⁴
 * with b = K_mn y. From d log |Σ| = tr(Σ⁻¹ dΣ), dΣ⁻¹ = −Σ⁻¹ dΣ Σ⁻¹ and, for symmetric S, tr(S dΦ) =
 * 2 tr((S K_mn)ᵀ dK_mn), with w = Σ⁻¹ b / σ_n²,
 *
 * <pre>
 * ∂F/∂K_mn = ((p (K_mm⁻¹ − Σ⁻¹) − w wᵀ) K_mn + w yᵀ) / σ_n²
 * ∂F/∂K_mm = ½ (p (K_mm⁻¹ − Σ⁻¹) − w wᵀ − p K_mm⁻¹ Φ K_mm⁻¹ / σ_n²).</pre>
 *
 * <p>Since K_mm⁻¹ = L⁻ᵀ L⁻¹ and Σ⁻¹ = L⁻ᵀ B⁻¹ L⁻¹, with u = B⁻¹ V y / σ_n² = Lᵀ w and P = p (I −
 * B⁻¹) − u uᵀ these are
 *
 * <pre>
 * ∂F/∂K_mn = L⁻ᵀ (P V + u yᵀ) / σ_n²
 * ∂F/∂K_mm = ½ L⁻ᵀ (P − p C) L⁻¹.</pre>
 *
 * <p>K_nn adds −½ p n σ_f² / σ_n² to the derivative by log σ_f². With tr(B⁻¹ C) = m − tr B⁻¹,
 *
 * <pre>
 * ∂F/∂ log σ_n² = ½ (p (m − tr B⁻¹ − n + n σ_f² / σ_n² − tr C)
 *                 + tr(yᵀ y) / σ_n² − tr(uᵀ B u) − tr(uᵀ u)).</pre>
 *
 * <p>All numbers are the same bits on any number of threads.
 */
public final class SparseBound implements Objective {

  private final KernelFamily family;
  private final SparseData data;
  private final Blas blas;

  /**
   * Takes observations and inducing points.
   *
   * @param z inducing points, shape {@code [inducing, inputs]}
   * @param x inputs, shape {@code [points, inputs]}
   * @param y targets, shape {@code [points, outputs]}
   * @throws IllegalArgumentException if the shapes do not fit together, there are more inducing
   *     points than points, or a number is not finite
   * @throws CovarianceTooLargeException if the heap has no room for so many inducing points
   */
  public SparseBound(KernelFamily family, Matrix z, Matrix x, Matrix y, Blas blas) {
    this(family, SparseData.of(z, x, y), blas);
  }

  SparseBound(KernelFamily family, SparseData data, Blas blas) {
    this.family = family;
    this.data = data;
    this.blas = blas;
  }

  /**
   * Computes bound and gradient.
   *
   * @param theta {@link Hyperparameters#logarithms}, with the length scales of a {@link
   *     lindyn.gp.kernel.StationaryKernel}
   * @return −∞ and a gradient of zeros where no jitter lets K_mm be factorised, numbers overflow or
   *     the noise vanishes
   * @throws IllegalArgumentException if theta has another length, or a number that is NaN
   */
  @Override
  public Value at(double[] theta) {
    return new LikelihoodDomain(family, data.z().columns()).at(theta, this::at);
  }

  private Optional<Value> at(Hyperparameters hyperparameters) {
    SparseFit fit;
    try {
      fit = SparseFit.of(hyperparameters, data, blas);
    } catch (NoSparseFitException e) {
      return Optional.empty();
    }
    double[] gradient = new SparseGradient(hyperparameters, fit, data, blas).gradient();
    return Optional.of(new Value(fit.bound(), gradient));
  }
}
