package lindyn.gp.kernel;

/**
 * Stationary correlation functions ρ(r), R&amp;W section 4.2, of the distance r that the length
 * scales have made unitless: k = σ_f² ρ(r), r² = Σ (x_d − x'_d)² / ℓ_d².
 */
public enum KernelFamily {
  /** Matérn with ν = 1/2, the exponential kernel: ρ = exp(−r), R&amp;W eq. 4.18. */
  EXPONENTIAL {
    @Override
    double correlation(double r2) {
      return Math.exp(-Math.sqrt(r2));
    }

    @Override
    double slope(double r2) {
      double r = Math.sqrt(r2);
      return r == 0 ? 0 : Math.exp(-r) / r; // multiplies a difference that is 0 there
    }
  },

  /** Matérn with ν = 3/2: ρ = (1 + a) exp(−a), a = √3 r, R&amp;W eq. 4.17. */
  MATERN_32 {
    @Override
    double correlation(double r2) {
      double a = Math.sqrt(3 * r2);
      return (1 + a) * Math.exp(-a);
    }

    @Override
    double slope(double r2) {
      return 3 * Math.exp(-Math.sqrt(3 * r2));
    }
  },

  /**
   * Matérn with ν = 5/2: ρ = (1 + a + a²/3) exp(−a), a = √5 r, R&amp;W eq. 4.17. The paper writes
   * √10 r/ℓ, so its length scale is √2 times this one.
   */
  MATERN_52 {
    @Override
    double correlation(double r2) {
      double a = Math.sqrt(5 * r2);
      return (1 + a + a * a / 3) * Math.exp(-a);
    }

    @Override
    double slope(double r2) {
      double a = Math.sqrt(5 * r2);
      return 5.0 / 3 * (1 + a) * Math.exp(-a);
    }
  },

  /** The squared exponential: ρ = exp(−r²/2), R&amp;W eq. 4.9; the limit of Matérn as ν → ∞. */
  SQUARED_EXPONENTIAL {
    @Override
    double correlation(double r2) {
      return Math.exp(-0.5 * r2);
    }

    @Override
    double slope(double r2) {
      return Math.exp(-0.5 * r2);
    }
  };

  /** Returns ρ. */
  abstract double correlation(double r2);

  /** Returns −2 dρ/d(r²), so that ∂ρ/∂ log ℓ_d is this times (x_d − x'_d)² / ℓ_d². */
  abstract double slope(double r2);
}
