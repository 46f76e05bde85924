package lindyn.examples.arm;

import java.util.Arrays;
import java.util.List;

/**
 * Inverse dynamics of an arm of rigid links by the recursive Newton–Euler algorithm (Luh, Walker
 * and Paul 1980, On-line computational scheme for mechanical manipulators): velocities and
 * accelerations from the base to the tip, forces back. Cost: O(joints), without allocation. Holds
 * its workspace, so each thread needs its own.
 */
public final class NewtonEuler {

  private final int joints;
  private final double[] masses;
  private final double[] centres;
  private final double[] inertias;
  private final double[] localOrigins;
  private final double[] localAxes;
  private final double[] tool = new double[3];

  private final double[] omega = new double[3];
  private final double[] alpha = new double[3];
  private final double[] acceleration = new double[3];
  private final double[] spin = new double[3];
  private final double[] scratch = new double[3];
  private final double[] forces;
  private final double[] moments;

  /** Takes the masses and the geometry of an arm. */
  public NewtonEuler(SerialArm arm) {
    joints = arm.joints();
    List<Link> links = arm.links();
    masses = links.stream().mapToDouble(Link::mass).toArray();
    centres = new double[3 * joints];
    inertias = new double[9 * joints];
    localOrigins = new double[3 * joints];
    localAxes = new double[3 * joints];
    for (int i = 0; i < joints; i++) {
      Vectors.copy(links.get(i).centreOfMass(), centres, 3 * i);
      Vectors.copy(links.get(i).origin(), localOrigins, 3 * i);
      Vectors.copy(links.get(i).axis(), localAxes, 3 * i);
      copy(links.get(i).inertia(), 9 * i);
    }
    Vectors.copy(arm.tool(), tool, 0);
    forces = new double[3 * joints];
    moments = new double[3 * joints];
  }

  private void copy(Inertia inertia, int offset) {
    inertias[offset] = inertia.xx();
    inertias[offset + 1] = inertia.xy();
    inertias[offset + 2] = inertia.xz();
    inertias[offset + 3] = inertia.xy();
    inertias[offset + 4] = inertia.yy();
    inertias[offset + 5] = inertia.yz();
    inertias[offset + 6] = inertia.xz();
    inertias[offset + 7] = inertia.yz();
    inertias[offset + 8] = inertia.zz();
  }

  /**
   * Computes the torques that drive a motion under gravity and a force on the tool point.
   *
   * @param posture of the same arm, at the joint positions
   * @param qd joint velocities, in rad/s
   * @param qdd joint accelerations, in rad/s²
   * @param force what the surroundings exert on the tool point, in the base's frame, in N
   * @param tau receives the joint torques, in N·m
   */
  public void torques(
      ArmKinematics posture, double[] qd, double[] qdd, double[] force, double[] tau) {
    double[] rotations = posture.rotations();
    Arrays.fill(omega, 0);
    Arrays.fill(alpha, 0);
    Arrays.fill(acceleration, 0);
    acceleration[2] = SerialArm.GRAVITY; // gravity is a base that accelerates upwards
    for (int i = 0; i < joints; i++) {
      moveOut(i, rotations, qd[i], qdd[i]);
      inertialForce(i);
    }
    subtractToolForce(posture, force);
    for (int i = joints - 1; i >= 0; i--) {
      tau[i] = Vectors.dot(moments, 3 * i, localAxes, 3 * i);
      if (i > 0) {
        moveBack(i, rotations);
      }
    }
  }

  /** Takes velocity and acceleration from one link's frame to the next. */
  private void moveOut(int i, double[] rotations, double qd, double qdd) {
    addRigidAcceleration(localOrigins, 3 * i, acceleration);
    Vectors.transposedProduct(rotations, 9 * i, acceleration, 0, acceleration, 0);
    Vectors.transposedProduct(rotations, 9 * i, omega, 0, omega, 0);
    Vectors.transposedProduct(rotations, 9 * i, alpha, 0, alpha, 0);
    for (int k = 0; k < 3; k++) {
      spin[k] = qd * localAxes[3 * i + k];
      alpha[k] += qdd * localAxes[3 * i + k];
    }
    Vectors.addCross(omega, 0, spin, 0, alpha, 0);
    for (int k = 0; k < 3; k++) {
      omega[k] += spin[k];
    }
  }

  /** Adds α × r + ω × (ω × r), by which a point of a rigid body accelerates more than another. */
  private void addRigidAcceleration(double[] r, int offset, double[] sum) {
    Vectors.addCross(alpha, 0, r, offset, sum, 0);
    Arrays.fill(scratch, 0);
    Vectors.addCross(omega, 0, r, offset, scratch, 0);
    Vectors.addCross(omega, 0, scratch, 0, sum, 0);
  }

  /** Newton's and Euler's equations of a link, the moment about its frame's origin. */
  private void inertialForce(int i) {
    double[] centreAcceleration = spin; // free again once the link has moved
    System.arraycopy(acceleration, 0, centreAcceleration, 0, 3);
    addRigidAcceleration(centres, 3 * i, centreAcceleration);
    for (int k = 0; k < 3; k++) {
      forces[3 * i + k] = masses[i] * centreAcceleration[k];
      moments[3 * i + k] = 0;
      scratch[k] = 0;
    }
    Vectors.addProduct(inertias, 9 * i, omega, 0, scratch, 0);
    Vectors.addCross(omega, 0, scratch, 0, moments, 3 * i);
    Vectors.addProduct(inertias, 9 * i, alpha, 0, moments, 3 * i);
    Vectors.addCross(centres, 3 * i, forces, 3 * i, moments, 3 * i);
  }

  private void subtractToolForce(ArmKinematics posture, double[] force) {
    int last = 3 * (joints - 1);
    Vectors.transposedProduct(posture.orientations(), 9 * joints, force, 0, scratch, 0);
    for (int k = 0; k < 3; k++) {
      scratch[k] = -scratch[k];
      forces[last + k] += scratch[k];
    }
    Vectors.addCross(tool, 0, scratch, 0, moments, last);
  }

  /** Adds a link's force and moment to those of the link that carries it. */
  private void moveBack(int i, double[] rotations) {
    Arrays.fill(scratch, 0);
    Vectors.addProduct(rotations, 9 * i, forces, 3 * i, scratch, 0);
    for (int k = 0; k < 3; k++) {
      forces[3 * (i - 1) + k] += scratch[k];
    }
    Vectors.addProduct(rotations, 9 * i, moments, 3 * i, moments, 3 * (i - 1));
    Vectors.addCross(localOrigins, 3 * i, scratch, 0, moments, 3 * (i - 1));
  }
}
