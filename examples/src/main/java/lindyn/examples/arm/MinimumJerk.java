package lindyn.examples.arm;

/**
 * The smoothest way from 0 to 1 in unit time, which starts and ends at rest (Flash and Hogan 1985,
 * The coordination of arm movements): s(u) = 10u³ − 15u⁴ + 6u⁵, constant before 0 and after 1.
 */
final class MinimumJerk {

  private MinimumJerk() {}

  private static double clipped(double u) {
    return Math.min(Math.max(u, 0), 1);
  }

  /** Returns s(u). */
  static double position(double u) {
    double v = clipped(u);
    return v * v * v * (10 + v * (-15 + 6 * v));
  }

  /** Returns s'(u). */
  static double velocity(double u) {
    double v = clipped(u);
    return v * v * (30 + v * (-60 + 30 * v));
  }

  /** Returns s''(u). */
  static double acceleration(double u) {
    double v = clipped(u);
    return v * (60 + v * (-180 + 120 * v));
  }
}
