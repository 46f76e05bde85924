package lindyn.signal;

import lindyn.Checks;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Derivatives of local polynomials, fitted by least squares to a window around each sample
 * (Savitzky and Golay, Analytical Chemistry 36, 1964); immutable. The same as scipy's {@code
 * savgol_filter(x, window, order, deriv, delta=samplePeriod, mode='interp')}.
 */
public final class SavitzkyGolayFilter {

  private final int window;
  private final int order;
  private final double samplePeriod;

  /**
   * Takes the window.
   *
   * @param window odd number of samples that a polynomial is fitted to
   * @param order order of the polynomials, at least 1 and below the window
   * @param samplePeriod time between two samples, in s
   * @throws IllegalArgumentException if the window is even, the order does not fit into it, or the
   *     period is not positive
   */
  public SavitzkyGolayFilter(int window, int order, double samplePeriod) {
    Checks.atLeast(1, order, "order");
    Checks.atLeast(order + 1, window, "window of order " + order);
    if (window % 2 == 0) {
      throw new IllegalArgumentException("window must be odd, got " + window);
    }
    this.window = window;
    this.order = order;
    this.samplePeriod = Checks.positive(samplePeriod, "samplePeriod");
  }

  /**
   * Returns a derivative, in O(samples · window).
   *
   * <p>The first and last half windows get the derivatives of the first and last polynomial. A
   * series shorter than the window, which scipy refuses, is one polynomial, of less order if it has
   * no more samples than that.
   *
   * @param x the series; may be empty
   * @param degree which derivative, from 1
   * @return a new array of the same length, in the unit of x per s to the degree
   * @throws IllegalArgumentException if the degree is not positive
   */
  public double[] derivative(double[] x, int degree) {
    Checks.positive(degree, "degree of the derivative");
    if (x.length == 0) {
      return new double[0];
    }
    if (x.length < window) {
      return new Fit(x.length, Math.min(order, x.length - 1)).derivative(x, 0, degree);
    }
    var fit = new Fit(window, order);
    double[] derivative = new double[x.length];
    int half = window / 2;
    int last = x.length - window;
    System.arraycopy(fit.derivative(x, 0, degree), 0, derivative, 0, half);
    double[] weights = fit.weights(degree);
    for (int t = half; t < x.length - half; t++) {
      derivative[t] = product(weights, x, t - half);
    }
    System.arraycopy(fit.derivative(x, last, degree), half + 1, derivative, last + half + 1, half);
    return derivative;
  }

  private static double product(double[] weights, double[] x, int from) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * x[from + i];
    }
    return sum;
  }

  /** Least squares over some samples, in the place u = (i − centre) / reach of sample i. */
  private final class Fit {

    private final double centre;
    private final double reach;
    private final RealMatrix powers;
    private final QRDecomposition qr;

    private Fit(int samples, int fitOrder) {
      centre = (samples - 1) / 2.0;
      reach = Math.max(centre, 1); // keeps |u| <= 1, so that high powers stay well conditioned
      powers = new Array2DRowRealMatrix(samples, fitOrder + 1);
      for (int i = 0; i < samples; i++) {
        for (int power = 0; power <= fitOrder; power++) {
          powers.setEntry(i, power, StrictMath.pow(place(i), power));
        }
      }
      qr = new QRDecomposition(powers, 0);
    }

    private double place(int sample) {
      return (sample - centre) / reach;
    }

    /**
     * Returns what the samples are weighted by for the derivative in the middle: V (RᵀR)⁻¹ s of the
     * powers V = QR and their derivatives s.
     */
    private double[] weights(int degree) {
      int terms = powers.getColumnDimension();
      RealMatrix r = qr.getR().getSubMatrix(0, terms - 1, 0, terms - 1);
      RealVector solution = new ArrayRealVector(slopes(degree, 0));
      MatrixUtils.solveLowerTriangularSystem(r.transpose(), solution);
      MatrixUtils.solveUpperTriangularSystem(r, solution);
      return powers.operate(solution).toArray();
    }

    /** Returns the derivative of the polynomial of the samples from {@code start} on at each. */
    private double[] derivative(double[] x, int start, int degree) {
      double[] derivative = new double[powers.getRowDimension()];
      var samples = new ArrayRealVector(x, start, derivative.length);
      double[] polynomial = qr.getSolver().solve(samples).toArray();
      for (int i = 0; i < derivative.length; i++) {
        derivative[i] = product(polynomial, slopes(degree, place(i)), 0);
      }
      return derivative;
    }

    /** Returns the derivatives of 1, u, u², … by time. */
    private double[] slopes(int degree, double u) {
      double[] slopes = new double[powers.getColumnDimension()];
      for (int power = degree; power < slopes.length; power++) {
        double factor = StrictMath.pow(reach * samplePeriod, -degree);
        for (int k = 0; k < degree; k++) {
          factor *= power - k;
        }
        slopes[power] = factor * StrictMath.pow(u, power - degree);
      }
      return slopes;
    }
  }
}
