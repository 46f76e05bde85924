package lindyn.examples.arm;

import java.util.List;

/**
 * Where an arm's links and its tool point are: forward kinematics and the Jacobian of the tool
 * point. Cost: O(joints) per call, without allocation. Holds one posture, so each thread needs its
 * own.
 */
public final class ArmKinematics {

  private final int joints;
  private final double[] localOrigins;
  private final double[] localAxes;
  private final double[] localTool = new double[3];

  private final double[] rotations;
  private final double[] orientations;
  private final double[] origins;
  private final double[] axes;
  private final double[] tool = new double[3];

  /** Takes the geometry of an arm; all joints stand at angle 0. */
  public ArmKinematics(SerialArm arm) {
    joints = arm.joints();
    localOrigins = new double[3 * joints];
    localAxes = new double[3 * joints];
    rotations = new double[9 * joints];
    orientations = new double[9 * (joints + 1)];
    origins = new double[3 * (joints + 1)];
    axes = new double[3 * joints];
    List<Link> links = arm.links();
    for (int i = 0; i < joints; i++) {
      Vectors.copy(links.get(i).origin(), localOrigins, 3 * i);
      Vectors.copy(links.get(i).axis(), localAxes, 3 * i);
    }
    Vectors.copy(arm.tool(), localTool, 0);
    orientations[0] = 1;
    orientations[4] = 1;
    orientations[8] = 1;
    moveTo(new double[joints]);
  }

  /**
   * Moves all joints.
   *
   * @param q joint positions, in rad
   */
  public void moveTo(double[] q) {
    for (int i = 0; i < joints; i++) { // entry 0 of origins and orientations is the base
      System.arraycopy(origins, 3 * i, origins, 3 * i + 3, 3);
      Vectors.addProduct(orientations, 9 * i, localOrigins, 3 * i, origins, 3 * i + 3);
      Vectors.rotation(localAxes, 3 * i, q[i], rotations, 9 * i);
      Vectors.matrixProduct(orientations, 9 * i, rotations, 9 * i, orientations, 9 * i + 9);
      for (int k = 3 * i; k < 3 * i + 3; k++) {
        axes[k] = 0;
      }
      Vectors.addProduct(orientations, 9 * i + 9, localAxes, 3 * i, axes, 3 * i);
    }
    System.arraycopy(origins, 3 * joints, tool, 0, 3);
    Vectors.addProduct(orientations, 9 * joints, localTool, 0, tool, 0);
  }

  /** Returns a coordinate of the tool point in the base's frame, 0 to 2 for x to z, in m. */
  public double tool(int coordinate) {
    return tool[coordinate];
  }

  /**
   * Returns an element of the Jacobian of the tool point: how fast a coordinate of it moves as one
   * joint turns, in m/rad.
   */
  public double jacobian(int coordinate, int joint) {
    int y = (coordinate + 1) % 3;
    int z = (coordinate + 2) % 3;
    return axes[3 * joint + y] * (tool[z] - origins[3 * joint + 3 + z])
        - axes[3 * joint + z] * (tool[y] - origins[3 * joint + 3 + y]);
  }

  /**
   * Returns the velocity of the tool point along a direction.
   *
   * @param qd joint velocities, in rad/s
   * @param direction in the base's frame, of length 1
   */
  public double toolSpeed(double[] qd, double[] direction) {
    double speed = 0;
    for (int j = 0; j < joints; j++) {
      speed += qd[j] * leverage(direction, j);
    }
    return speed;
  }

  /**
   * Computes Jᵀ f: what a force on the tool point exerts on the joints.
   *
   * @param force on the arm, in the base's frame, in N
   * @param tau receives the torques, in N·m
   */
  public void jointTorques(double[] force, double[] tau) {
    for (int j = 0; j < joints; j++) {
      tau[j] = leverage(force, j);
    }
  }

  private double leverage(double[] vector, int joint) {
    return vector[0] * jacobian(0, joint)
        + vector[1] * jacobian(1, joint)
        + vector[2] * jacobian(2, joint);
  }

  /** The rotation from each link's frame to the frame of the link before, nine numbers each. */
  double[] rotations() {
    return rotations;
  }

  /** The rotations from the base's frame (first) and each link's frame to the base's frame. */
  double[] orientations() {
    return orientations;
  }

  /** The origins of the base's frame (first) and of each link's frame, in the base's frame. */
  double[] origins() {
    return origins;
  }
}
