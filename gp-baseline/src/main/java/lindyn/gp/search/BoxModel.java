package lindyn.gp.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A quadratic model of what a step d gains, gᵀd − ½ dᵀB d, with bounds on the step.
 *
 * @param gradient g
 * @param curvature B, positive semidefinite, no number on its diagonal 0
 * @param steps the bounds; no step at all lies within
 */
record BoxModel(ArrayRealVector gradient, RealMatrix curvature, Bounds steps) {

  private static final int MOST_ITERATIONS = 200;
  private static final int MOST_HALVINGS = 40;
  private static final double FLAT = 1e-12;
  private static final double SUFFICIENT = 1e-4;

  double gain(double[] step) {
    ArrayRealVector d = new ArrayRealVector(step, false);
    return gradient.dotProduct(d) - 0.5 * d.dotProduct(curvature.operate(d));
  }

  /**
   * Returns the step of the greatest gain, by projected Newton steps (Bertsekas 1982): Newton's
   * method in the coordinates that no bound holds, clipped to the bounds and shortened until it
   * gains. A handful of iterations of O(dimension³).
   */
  double[] best() {
    double[] step = new double[gradient.getDimension()];
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double[] next = better(step);
      if (Arrays.equals(next, step)) {
        break;
      }
      step = next;
    }
    return step;
  }

  private double[] better(double[] step) {
    double[] slope = gradient.subtract(curvature.operate(new ArrayRealVector(step))).toArray();
    int[] free = IntStream.range(0, step.length).filter(i -> !held(i, step, slope)).toArray();
    double steepest = Arrays.stream(free).mapToDouble(i -> Math.abs(slope[i])).max().orElse(0);
    if (steepest <= FLAT * gradient.getLInfNorm()) {
      return step;
    }
    return shortened(step, newton(slope, free), slope);
  }

  private boolean held(int i, double[] step, double[] slope) {
    return (step[i] <= steps.lower(i) && slope[i] <= 0)
        || (step[i] >= steps.upper(i) && slope[i] >= 0);
  }

  private double[] newton(double[] slope, int[] free) {
    double[] direction = new double[slope.length];
    double[] part = Arrays.stream(free).mapToDouble(i -> slope[i]).toArray();
    double[] solved = solve(curvature.getSubMatrix(free, free), part);
    for (int k = 0; k < free.length; k++) {
      direction[free[k]] = solved[k];
    }
    return direction;
  }

  private static double[] solve(RealMatrix b, double[] slope) {
    try {
      return new CholeskyDecomposition(b, Double.MAX_VALUE, 0)
          .getSolver()
          .solve(new ArrayRealVector(slope, false))
          .toArray();
    } catch (NonPositiveDefiniteMatrixException e) { // semidefinite: each coordinate on its own
      return IntStream.range(0, slope.length)
          .mapToDouble(i -> slope[i] / b.getEntry(i, i))
          .toArray();
    }
  }

  private double[] shortened(double[] step, double[] direction, double[] slope) {
    double gain = gain(step);
    double t = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] next = moved(step, t, direction);
      double promised = 0;
      for (int i = 0; i < step.length; i++) {
        promised += slope[i] * (next[i] - step[i]);
      }
      if (gain(next) > gain + SUFFICIENT * promised) {
        return next;
      }
      t /= 2;
    }
    return step;
  }

  private double[] moved(double[] step, double t, double[] direction) {
    double[] moved = new double[step.length];
    Arrays.setAll(moved, i -> step[i] + t * direction[i]);
    return steps.nearest(moved);
  }
}
