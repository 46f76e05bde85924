package lindyn.report;

import java.util.stream.DoubleStream;

/** A named line of a chart: y against x; immutable. */
public final class Series {

  private final String name;
  private final Colour colour;
  private final double[] x;
  private final double[] y;

  private Series(String name, Colour colour, double[] x, double[] y) {
    this.name = name;
    this.colour = colour;
    this.x = x;
    this.y = y;
  }

  /**
   * Copies a line.
   *
   * @param name what the legend says
   * @param colour colour of the line
   * @param x places on the horizontal axis; finite, never decreasing
   * @param y numbers, one per place; the line has a gap where one is not finite
   * @throws IllegalArgumentException if the lengths differ or x decreases or is not finite
   */
  public static Series of(String name, Colour colour, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          name + " has " + x.length + " places, but " + y.length + " numbers");
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || (i > 0 && x[i] < x[i - 1])) {
        throw new IllegalArgumentException(
            name + ": x must be finite and not decrease, got " + x[i] + " at index " + i);
      }
    }
    return new Series(name, colour, x.clone(), y.clone());
  }

  /** Returns what the legend says. */
  public String name() {
    return name;
  }

  /** Returns the colour of the line. */
  public Colour colour() {
    return colour;
  }

  /** Returns the number of points. */
  public int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  DoubleStream xs() {
    return DoubleStream.of(x);
  }

  DoubleStream ys() {
    return DoubleStream.of(y);
  }
}
