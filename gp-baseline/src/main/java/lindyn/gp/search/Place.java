package lindyn.gp.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A place where a function was evaluated, and what it is there. Immutable. */
public final class Place {

  private final double[] coordinates;
  private final double value;
  private final double[] gradient;

  Place(double[] coordinates, double value, double[] gradient) {
    this.coordinates = coordinates.clone();
    this.value = value;
    this.gradient = gradient.clone();
  }

  /** Returns a copy of the coordinates. */
  public double[] coordinates() {
    return coordinates.clone();
  }

  /** Returns the function's value; −∞ where it does not exist. */
  public double value() {
    return value;
  }

  /** Returns a copy of the derivatives, one per coordinate; zeros where they do not exist. */
  public double[] gradient() {
    return gradient.clone();
  }

  /** Tells whether the function exists here. */
  public boolean exists() {
    return value > Double.NEGATIVE_INFINITY;
  }

  /** Returns the derivative along a direction. */
  double slope(double[] direction) {
    return IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] * direction[i]).sum();
  }

  /** Returns the greatest change of a coordinate when the gradient is followed within bounds. */
  double projectedGradient(Bounds bounds) {
    double[] followed = coordinates();
    Arrays.setAll(followed, i -> coordinates[i] + gradient[i]);
    double[] within = bounds.nearest(followed);
    return IntStream.range(0, within.length)
        .mapToDouble(i -> Math.abs(within[i] - coordinates[i]))
        .max()
        .orElse(0);
  }

  @Override
  public String toString() {
    return "Place[" + value + " at " + Arrays.toString(coordinates) + "]";
  }
}
