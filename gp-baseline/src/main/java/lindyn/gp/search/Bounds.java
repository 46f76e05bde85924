package lindyn.gp.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import lindyn.Checks;

/** A lower and an upper bound for each coordinate; infinite where there is none. Immutable. */
public final class Bounds {

  private final double[] lower;
  private final double[] upper;

  /**
   * Takes the bounds.
   *
   * @param lower one per coordinate, may be −∞
   * @param upper one per coordinate, not below the lower one, may be ∞
   * @throws IllegalArgumentException if there is no coordinate, the lengths differ or bounds are
   *     the wrong way round or NaN
   */
  public Bounds(double[] lower, double[] upper) {
    Checks.positive(lower.length, "number of coordinates");
    if (lower.length != upper.length) {
      throw new IllegalArgumentException(
          lower.length + " lower bounds but " + upper.length + " upper bounds");
    }
    for (int i = 0; i < lower.length; i++) {
      if (!(lower[i] <= upper[i])) {
        throw new IllegalArgumentException(
            "coordinate " + i + " has bounds " + lower[i] + " and " + upper[i]);
      }
    }
    this.lower = lower.clone();
    this.upper = upper.clone();
  }

  /** Returns bounds that exclude nothing. */
  public static Bounds none(int dimension) {
    double[] upper = new double[dimension];
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    return new Bounds(Arrays.stream(upper).map(bound -> -bound).toArray(), upper);
  }

  /** Returns the number of coordinates. */
  public int dimension() {
    return lower.length;
  }

  /** Returns the least value of a coordinate. */
  public double lower(int coordinate) {
    return lower[coordinate];
  }

  /** Returns the greatest value of a coordinate. */
  public double upper(int coordinate) {
    return upper[coordinate];
  }

  /** Tells whether a place lies within. */
  public boolean contains(double[] place) {
    requireDimension(place);
    for (int i = 0; i < lower.length; i++) {
      if (!(place[i] >= lower[i] && place[i] <= upper[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the place within that is nearest to another. */
  public double[] nearest(double[] place) {
    requireDimension(place);
    double[] nearest = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      nearest[i] = Math.min(Math.max(place[i], lower[i]), upper[i]);
    }
    return nearest;
  }

  /**
   * Draws a place, all places being equally probable.
   *
   * @throws IllegalArgumentException if a bound is infinite
   */
  public double[] draw(SplittableRandom random) {
    double[] place = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      double width = Checks.inRange(0, Double.MAX_VALUE, upper[i] - lower[i], "width of a range");
      place[i] = lower[i] + width * random.nextDouble();
    }
    return nearest(place); // rounding can leave it just outside
  }

  /** Returns on which side each coordinate of a place within is held. */
  Side[] sides(double[] place) {
    Side[] sides = new Side[lower.length];
    for (int i = 0; i < lower.length; i++) {
      sides[i] =
          place[i] <= lower[i] ? Side.LOWER : place[i] >= upper[i] ? Side.UPPER : Side.INSIDE;
    }
    return sides;
  }

  /** Returns the bounds of a step from a place within that changes no coordinate by too much. */
  Bounds steps(double[] place, double longest) {
    double[] down = new double[lower.length];
    double[] up = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      down[i] = Math.max(lower[i] - place[i], -longest);
      up[i] = Math.min(upper[i] - place[i], longest);
    }
    return new Bounds(down, up);
  }

  private void requireDimension(double[] place) {
    if (place.length != lower.length) {
      throw new IllegalArgumentException(
          "expected " + lower.length + " coordinates, got " + place.length);
    }
  }

  @Override
  public String toString() {
    return "Bounds[" + Arrays.toString(lower) + ", " + Arrays.toString(upper) + "]";
  }
}
