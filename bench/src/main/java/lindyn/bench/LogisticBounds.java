package lindyn.bench;

import lindyn.gp.search.Bounds;
import lindyn.gp.search.Objective;

/**
 * Lets an optimiser that knows no bounds move in all numbers u: θ = lower + (upper − lower) / (1 +
 * exp(−u)).
 */
record LogisticBounds(Bounds bounds) {

  /** Returns the place within that belongs to any numbers. */
  double[] inside(double[] u) {
    double[] theta = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      theta[i] = bounds.lower(i) + width(i) / (1 + Math.exp(-u[i]));
    }
    return bounds.nearest(theta); // rounding can leave it just outside
  }

  /** Is the inverse of {@link #inside}, away from the bounds. */
  double[] outside(double[] theta) {
    double[] u = new double[theta.length];
    for (int i = 0; i < u.length; i++) {
      double part = (theta[i] - bounds.lower(i)) / width(i);
      u[i] = Math.log(part / (1 - part));
    }
    return u;
  }

  /** Returns a function of any numbers, by the chain rule. */
  Objective of(Objective objective) {
    return u -> {
      Objective.Value inner = objective.at(inside(u));
      double[] gradient = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        double part = 1 / (1 + Math.exp(-u[i]));
        gradient[i] = inner.gradient()[i] * width(i) * part * (1 - part);
      }
      return new Objective.Value(inner.value(), gradient);
    };
  }

  private double width(int i) {
    return bounds.upper(i) - bounds.lower(i);
  }
}
