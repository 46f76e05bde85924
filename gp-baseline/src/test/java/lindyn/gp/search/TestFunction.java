package lindyn.gp.search;

import java.util.Arrays;
import lindyn.gp.algebra.Matrix;

/** The functions of src/test/python/lbfgsb.py. */
enum TestFunction {
  QUADRATIC,
  ILL_CONDITIONED,
  ROSENBROCK_2,
  ROSENBROCK_2_BOUNDED,
  ROSENBROCK_10,
  GP_ISOTROPIC,
  GP_ARD;

  private static final int POINTS = 60;
  private static final int[] PRIMES = {2, 3, 5, 7};

  Objective objective() {
    return switch (this) {
      case QUADRATIC -> quadratic(5, 1e2);
      case ILL_CONDITIONED -> quadratic(10, 1e6);
      case ROSENBROCK_2, ROSENBROCK_2_BOUNDED, ROSENBROCK_10 -> TestFunction::rosenbrock;
      case GP_ISOTROPIC -> likelihood(2);
      case GP_ARD -> likelihood(4);
    };
  }

  double[] start() {
    return switch (this) {
      case QUADRATIC -> filled(5, 1);
      case ILL_CONDITIONED -> filled(10, 1);
      case ROSENBROCK_2, ROSENBROCK_2_BOUNDED -> new double[] {-1.2, 1};
      case ROSENBROCK_10 -> new double[] {-1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1};
      case GP_ISOTROPIC -> new double[] {0, 0, -2};
      case GP_ARD -> new double[] {0, 0, 0, 0, 0, -2};
    };
  }

  Bounds bounds() {
    return switch (this) {
      case ROSENBROCK_2_BOUNDED -> new Bounds(new double[] {-2, -2}, new double[] {0.5, 2});
      case GP_ARD -> new Bounds(filled(6, -5), filled(6, 4));
      default -> new Bounds(filled(start().length, -10), filled(start().length, 10));
    };
  }

  private static double[] filled(int dimension, double value) {
    double[] filled = new double[dimension];
    Arrays.fill(filled, value);
    return filled;
  }

  /** −½ (x − m)ᵀ A (x − m), A with eigenvalues from 1 to a condition along no axis. */
  static Objective quadratic(int dimension, double condition) {
    return x -> {
      double[] residual = new double[dimension];
      Arrays.setAll(residual, i -> x[i] - (double) i / dimension);
      double[] rotated = mirrored(residual);
      for (int i = 0; i < dimension; i++) {
        rotated[i] *= Math.pow(condition, i / Math.max(1.0, dimension - 1));
      }
      double[] gradient = mirrored(rotated);
      double value = 0;
      for (int i = 0; i < dimension; i++) {
        value -= 0.5 * residual[i] * gradient[i];
        gradient[i] = -gradient[i];
      }
      return new Objective.Value(value, gradient);
    };
  }

  /** Mirrors along the diagonal. */
  private static double[] mirrored(double[] x) {
    double mean = Arrays.stream(x).average().orElse(0);
    return Arrays.stream(x).map(xi -> xi - 2 * mean).toArray();
  }

  static Objective.Value rosenbrock(double[] x) {
    double[] gradient = new double[x.length];
    double value = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      value -= 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
      gradient[i] += 400 * x[i] * valley + 2 * (1 - x[i]);
      gradient[i + 1] -= 200 * valley;
    }
    return new Objective.Value(value, gradient);
  }

  private static Objective likelihood(int inputs) {
    Matrix x = new Matrix(POINTS, inputs);
    Matrix y = new Matrix(POINTS, 1);
    for (int i = 0; i < POINTS; i++) {
      for (int d = 0; d < inputs; d++) {
        x.set(i, d, 2 * ((i + 1) * Math.sqrt(PRIMES[d]) % 1) - 1);
      }
      y.set(i, 0, Math.sin(3 * x.at(i, 0)) + x.at(i, 1) * x.at(i, 1) + 0.1 * Math.cos(37.0 * i));
    }
    return new NaiveLikelihood(x, y);
  }
}
