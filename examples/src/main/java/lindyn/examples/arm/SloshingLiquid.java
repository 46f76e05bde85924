package lindyn.examples.arm;

import lindyn.Checks;

/**
 * Liquid that sloshes in an upright cylinder, as its first mode: a part m1 of it hangs on a spring
 * and a damper in the vessel (Abramson 1966, The dynamic behavior of liquids in moving containers,
 * NASA SP-106; Ibrahim 2005, Liquid Sloshing Dynamics). With the height h = V / πR² and ξ = 1.8412,
 * the first root of J₁', ω² = (gξ / R) tanh(ξh / R) and m1 = m · 2 tanh(ξh / R) / ((ξ² − 1) ξh /
 * R); s̈ = −a − 2ζω ṡ − ω² s, where a is the vessel's acceleration. A step is semi-implicit Euler.
 */
final class SloshingLiquid {

  private static final double RADIUS = 0.045;
  private static final double XI = 1.8412;
  private static final double DAMPING = 0.01;
  private static final double DENSITY = 1000;

  private final double mass;
  private final double movingMass;
  private final double omega;
  private final double step;
  private double s;
  private double sd;

  /**
   * Starts at rest.
   *
   * @param mass of the liquid, water, in kg
   * @param step time between two calls, in s
   */
  SloshingLiquid(double mass, double step) {
    this.mass = Checks.positive(mass, "mass");
    this.step = step;
    double height = mass / DENSITY / (Math.PI * RADIUS * RADIUS);
    double depth = XI * height / RADIUS;
    double tanh = StrictMath.tanh(depth);
    omega = StrictMath.sqrt(SerialArm.GRAVITY * XI / RADIUS * tanh);
    movingMass = mass * 2 * tanh / ((XI * XI - 1) * depth);
  }

  /** Returns the mass that moves with the vessel, in kg. */
  double restingMass() {
    return mass - movingMass;
  }

  /** Returns the frequency of the first mode, in rad/s. */
  double omega() {
    return omega;
  }

  /** Returns how far the sloshing mass is ahead of the vessel, in m. */
  double displacement() {
    return s;
  }

  /** Returns the force of the liquid on the vessel, in N. */
  double force() {
    return movingMass * (omega * omega * s + 2 * DAMPING * omega * sd);
  }

  /** Advances by one step of the vessel's acceleration, in m/s². */
  void advance(double acceleration) {
    double sdd = -acceleration - 2 * DAMPING * omega * sd - omega * omega * s;
    sd += step * sdd;
    s += step * sd;
  }
}
