package lindyn.examples.arm;

import lindyn.Checks;

/**
 * Friction of one joint after the LuGre model (Canudas de Wit, Olsson, Åström and Lischinsky 1995,
 * A new model for control of systems with friction): bristles between the surfaces bend like
 * springs, give the friction its memory, and slip at a force that falls with speed (Stribeck).
 *
 * <p>With the deflection z, ż = v − σ0 |v| z / g(v), g(v) = F_c + (F_s − F_c) exp(−(v / v_s)²), and
 * torque σ0 z + σ1 ż + F_v v. A step is implicit in z, which is stable for every speed: z ← (z + dt
 * v) / (1 + dt σ0 |v| / g(v)).
 */
final class LuGreFriction {

  private final Parameters parameters;
  private final double step;
  private double deflection;

  /**
   * Starts with bristles at rest.
   *
   * @param step time between two calls, in s
   */
  LuGreFriction(Parameters parameters, double step) {
    this.parameters = parameters;
    this.step = step;
  }

  /**
   * What the friction of a joint is made of.
   *
   * @param coulomb F_c, while sliding, in N·m
   * @param breakaway F_s, before sliding, in N·m
   * @param viscous F_v, in N·m·s/rad
   * @param stribeckVelocity v_s, at which F_s has fallen off to F_c, in rad/s
   * @param bristleStiffness σ0, in N·m/rad
   * @param bristleDamping σ1, in N·m·s/rad
   */
  record Parameters(
      double coulomb,
      double breakaway,
      double viscous,
      double stribeckVelocity,
      double bristleStiffness,
      double bristleDamping) {

    private static final double STRIBECK_VELOCITY = 0.05;

    /** How far bristles bend before they slide, in rad. */
    private static final double PRESLIDING = 0.01;

    Parameters {
      Checks.positive(coulomb, "coulomb");
      Checks.positive(breakaway, "breakaway");
      Checks.positive(stribeckVelocity, "stribeckVelocity");
      Checks.positive(bristleStiffness, "bristleStiffness");
    }

    /** Returns friction whose bristles slide from 0.01 rad on: σ0 = F_c / 0.01 and σ1 = 0.2 √σ0. */
    static Parameters of(double coulomb, double breakaway, double viscous) {
      double stiffness = coulomb / PRESLIDING;
      return new Parameters(
          coulomb,
          breakaway,
          viscous,
          STRIBECK_VELOCITY,
          stiffness,
          0.2 * StrictMath.sqrt(stiffness));
    }

    /** Returns g(v), the torque at which the bristles slip, in N·m. */
    double slip(double velocity) {
      double ratio = velocity / stribeckVelocity;
      return coulomb + (breakaway - coulomb) * StrictMath.exp(-(ratio * ratio));
    }
  }

  /** Moves the joint for one step at a velocity, in rad/s; returns its friction torque, in N·m. */
  double torqueAt(double velocity) {
    double rate =
        parameters.bristleStiffness() * Math.abs(velocity) / parameters.slip(velocity); // in 1/s
    double next = (deflection + step * velocity) / (1 + step * rate);
    double deflectionRate = (next - deflection) / step;
    deflection = next;
    return parameters.bristleStiffness() * deflection
        + parameters.bristleDamping() * deflectionRate
        + parameters.viscous() * velocity;
  }
}
