package lindyn.examples.arm;

/**
 * The horizontal line along which a trial pushes: from the tool point's place at the start of the
 * motion towards its place at the far end.
 */
final class PushingLine {

  private final double[] direction = new double[3];
  private final double[] origin = new double[3];
  private final double length;

  /**
   * Lays the line.
   *
   * @throws IllegalArgumentException if the motion does not move the tool point sideways
   */
  PushingLine(ArmKinematics kinematics, ReachingMotion motion, int joints) {
    double[] q = new double[joints];
    motion.copyEnd(q);
    kinematics.moveTo(q);
    copyTool(kinematics, direction);
    motion.copyStart(q);
    kinematics.moveTo(q);
    copyTool(kinematics, origin);
    double x = direction[0] - origin[0];
    double y = direction[1] - origin[1];
    length = StrictMath.sqrt(x * x + y * y);
    if (!(length > 0)) {
      throw new IllegalArgumentException("the motion of a trial must move the tool point sideways");
    }
    direction[0] = x / length;
    direction[1] = y / length;
    direction[2] = 0;
  }

  private static void copyTool(ArmKinematics kinematics, double[] target) {
    for (int k = 0; k < 3; k++) {
      target[k] = kinematics.tool(k);
    }
  }

  /** Returns the length of the way, in m. */
  double length() {
    return length;
  }

  /** Returns how far along the line the tool point is, in m. */
  double position(ArmKinematics kinematics) {
    double position = 0;
    for (int k = 0; k < 3; k++) {
      position += (kinematics.tool(k) - origin[k]) * direction[k];
    }
    return position;
  }

  /** Returns how fast the tool point moves along the line, in m/s, at joint velocities in rad/s. */
  double velocity(ArmKinematics kinematics, double[] qd) {
    return kinematics.toolSpeed(qd, direction);
  }

  /** Computes the force vector that pushes along the line, or against it if negative, in N. */
  void copyForce(double force, double[] target) {
    for (int k = 0; k < 3; k++) {
      target[k] = force * direction[k];
    }
  }
}
