package lindyn;

import java.util.Locale;

/** Checks of arguments; each returns its value and is written so that NaN fails too. */
public final class Checks {

  private Checks() {}

  /**
   * Returns a number that is greater than zero and finite.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static double positive(double value, String name) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
    }
    return value;
  }

  /**
   * Returns a count that is at least one.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static int positive(int value, String name) {
    return atLeast(1, value, name);
  }

  /**
   * Returns a count that is not below a limit.
   *
   * @throws IllegalArgumentException if it is
   */
  public static int atLeast(int limit, int value, String name) {
    if (value < limit) {
      throw new IllegalArgumentException(name + " must be at least " + limit + ", got " + value);
    }
    return value;
  }

  /**
   * Returns a whole number in [low, high).
   *
   * @throws IllegalArgumentException if it lies outside
   */
  public static int inRange(int low, int high, int value, String name) {
    if (value < low || value >= high) {
      throw new IllegalArgumentException(
          name + " must be from " + low + " to " + (high - 1) + ", got " + value);
    }
    return value;
  }

  /**
   * Returns a number in [low, high).
   *
   * @throws IllegalArgumentException if it lies outside
   */
  public static double inRange(double low, double high, double value, String name) {
    if (!(value >= low && value < high)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be in [%s, %s), got %s", name, low, high, value));
    }
    return value;
  }
}
