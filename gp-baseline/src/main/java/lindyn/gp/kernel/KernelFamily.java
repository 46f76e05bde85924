package lindyn.gp.kernel;

import java.util.Locale;

/**
 * Stationary correlation functions ρ(r), R&amp;W section 4.2, of the distance r that the length
 * scales have made unitless: k = σ_f² ρ(r), r² = Σ (x_d − x'_d)² / ℓ_d².
 *
 * <p>Each is written as a polynomial in a times exp(−a), a being a multiple of r or of r². The
 * methods work on the first numbers of whole arrays, in loops so plain that the compiler vectorises
 * them.
 */
public enum KernelFamily {
  /** Matérn with ν = 1/2, the exponential kernel: ρ = exp(−r), R&amp;W eq. 4.18. */
  EXPONENTIAL {
    @Override
    void exponents(double[] r2, double[] a, int length) {
      roots(1, r2, a, length);
    }

    @Override
    void correlations(double scale, double[] a, double[] decay, double[] rho, int length) {
      multiply(scale, decay, rho, length);
    }

    @Override
    void slopes(double[] a, double[] decay, double[] slopes, int length) {
      for (int i = 0; i < length; i++) {
        slopes[i] = decay[i] / Math.max(a[i], TINY);
      }
    }
  },

  /** Matérn with ν = 3/2: ρ = (1 + a) exp(−a), a = √3 r, R&amp;W eq. 4.17. */
  MATERN_32 {
    @Override
    void exponents(double[] r2, double[] a, int length) {
      roots(3, r2, a, length);
    }

    @Override
    void correlations(double scale, double[] a, double[] decay, double[] rho, int length) {
      for (int i = 0; i < length; i++) {
        rho[i] = scale * (1 + a[i]) * decay[i];
      }
    }

    @Override
    void slopes(double[] a, double[] decay, double[] slopes, int length) {
      multiply(3, decay, slopes, length);
    }
  },

  /**
   * Matérn with ν = 5/2: ρ = (1 + a + a²/3) exp(−a), a = √5 r, R&amp;W eq. 4.17. The paper writes
   * √10 r/ℓ, so its length scale is √2 times this one.
   */
  MATERN_52 {
    @Override
    void exponents(double[] r2, double[] a, int length) {
      roots(5, r2, a, length);
    }

    @Override
    void correlations(double scale, double[] a, double[] decay, double[] rho, int length) {
      for (int i = 0; i < length; i++) {
        rho[i] = scale * (1 + a[i] + a[i] * a[i] * (1.0 / 3)) * decay[i];
      }
    }

    @Override
    void slopes(double[] a, double[] decay, double[] slopes, int length) {
      for (int i = 0; i < length; i++) {
        slopes[i] = 5.0 / 3 * (1 + a[i]) * decay[i];
      }
    }
  },

  /**
   * The squared exponential: ρ = exp(−a), a = r²/2, R&amp;W eq. 4.9; the limit of Matérn as ν → ∞.
   */
  SQUARED_EXPONENTIAL {
    @Override
    void exponents(double[] r2, double[] a, int length) {
      for (int i = 0; i < length; i++) {
        a[i] = Math.min(0.5 * r2[i], Decay.LIMIT);
      }
    }

    @Override
    void correlations(double scale, double[] a, double[] decay, double[] rho, int length) {
      multiply(scale, decay, rho, length);
    }

    @Override
    void slopes(double[] a, double[] decay, double[] slopes, int length) {
      multiply(1, decay, slopes, length);
    }
  };

  /** Keeps a slope finite at distance 0, where a difference of 0 multiplies it. */
  private static final double TINY = 1e-100;

  /** Returns the name that people write, such as {@code matern-52}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Computes a, at most {@link Decay#LIMIT}, from r². */
  abstract void exponents(double[] r2, double[] a, int length);

  /** Computes the scale times ρ, from a and exp(−a). */
  abstract void correlations(double scale, double[] a, double[] decay, double[] rho, int length);

  /**
   * Computes −2 dρ/d(r²), so that ∂ρ/∂ log ℓ_d is this times (x_d − x'_d)² / ℓ_d², from a and
   * exp(−a).
   */
  abstract void slopes(double[] a, double[] decay, double[] slopes, int length);

  private static void roots(double factor, double[] r2, double[] a, int length) {
    for (int i = 0; i < length; i++) {
      a[i] = Math.sqrt(Math.min(factor * r2[i], Decay.LIMIT * Decay.LIMIT));
    }
  }

  private static void multiply(double scale, double[] numbers, double[] products, int length) {
    for (int i = 0; i < length; i++) {
      products[i] = scale * numbers[i];
    }
  }
}
