package lindyn.report;

import java.util.stream.DoubleStream;

/** A named line of a chart, y against x, with a band around it if it has one; immutable. */
public final class Series {

  private final String name;
  private final Colour colour;
  private final double[] x;
  private final double[] y;
  private final Band band;
  private final Stroke stroke;

  private Series(String name, Colour colour, double[] x, double[] y, Band band, Stroke stroke) {
    this.name = name;
    this.colour = colour;
    this.x = x;
    this.y = y;
    this.band = band;
    this.stroke = stroke;
  }

  /** How a line is drawn. */
  private enum Stroke {
    SOLID,
    DASHED
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
    return new Series(name, colour, x.clone(), y.clone(), Band.NONE, Stroke.SOLID);
  }

  /**
   * Returns this line with a translucent band, such as mean ± standard deviation. The axis makes
   * room for it; where a logarithmic axis has no place for its lower edge, it ends at the frame.
   *
   * @param low lower edge, one number per place; the band has a gap where one is not finite
   * @param high upper edge, likewise; nowhere below the lower one
   * @throws IllegalArgumentException if there is not one number per place, or an edge crosses the
   *     other
   */
  public Series withBand(double[] low, double[] high) {
    if (low.length != x.length || high.length != x.length) {
      throw new IllegalArgumentException(
          String.format(
              "%s has %d places, but a band of %d low and %d high numbers",
              name, x.length, low.length, high.length));
    }
    for (int i = 0; i < low.length; i++) {
      if (low[i] > high[i]) {
        throw new IllegalArgumentException(
            name + ": the band's low " + low[i] + " is above its high " + high[i] + " at " + x[i]);
      }
    }
    return new Series(name, colour, x, y, new Band(low.clone(), high.clone()), stroke);
  }

  /** Returns this line with dashes, which tell lines apart where a print has no colours. */
  public Series dashed() {
    return new Series(name, colour, x, y, band, Stroke.DASHED);
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

  /** Returns all that the vertical axis must make room for: the line and its band. */
  DoubleStream extent() {
    return DoubleStream.concat(ys(), band.edges());
  }

  Band band() {
    return band;
  }

  /** Returns the classes that the style sheet knows the line by. */
  String cssClass() {
    return stroke == Stroke.DASHED ? colour.cssClass() + " dashed" : colour.cssClass();
  }
}
