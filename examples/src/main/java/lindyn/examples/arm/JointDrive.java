package lindyn.examples.arm;

import lindyn.Checks;

/**
 * What drives one joint: controller, motor, gear.
 *
 * @param impedance stiffness K of the impedance controller, in N·m/rad
 * @param rotorInertia motor and gear, seen from the joint, in kg·m²
 * @param elasticity stiffness K_j between motor and link, in N·m/rad
 * @param friction of the gear
 * @param torqueNoise standard deviation of a torque reading, in N·m
 */
record JointDrive(
    double impedance,
    double rotorInertia,
    double elasticity,
    LuGreFriction.Parameters friction,
    double torqueNoise) {

  JointDrive {
    Checks.positive(impedance, "impedance");
    Checks.positive(elasticity, "elasticity");
    Checks.inRange(0, Double.POSITIVE_INFINITY, torqueNoise, "torqueNoise");
  }

  /**
   * Returns how far the motor turns ahead of the link, in rad: the gear is a spring that carries
   * the link's torque. The position sensor sits on the motor's side, so it reads this too. The
   * spring's own acceleration is neglected (Spong 1987, Modeling and control of elastic joint
   * robots, for stiff joints).
   *
   * @param linkTorque in N·m
   */
  double deflection(double linkTorque) {
    return linkTorque / elasticity;
  }

  /** Returns the torque that turns the motor itself, in N·m, at an acceleration in rad/s². */
  double rotorTorque(double qdd) {
    return rotorInertia * qdd;
  }
}
