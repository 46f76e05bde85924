package lindyn;

import java.util.SplittableRandom;

/**
 * A planar arm of two links under gravity, with the textbook's equations (Siciliano et al. 2009,
 * "Robotics: Modelling, Planning and Control", section 7.3.2) and friction in the joints.
 *
 * @param viscous torque per speed of each joint, in N·m·s/rad
 * @param coulomb torque against the direction of each joint's motion, in N·m
 */
public record TwoLinkArm(double viscous, double coulomb) {

  private static final double GRAVITY = 9.81;
  private static final double LENGTH1 = 0.5;
  private static final double CENTRE1 = 0.25;
  private static final double CENTRE2 = 0.2;
  private static final double MASS1 = 3;
  private static final double MASS2 = 2;
  private static final double INERTIA1 = 0.06;
  private static final double INERTIA2 = 0.03;

  /** Returns the torques, in N·m; angles are relative, the first one from the horizontal. */
  public double[] tau(double[] q, double[] qd, double[] qdd) {
    double coupling = MASS2 * LENGTH1 * CENTRE2;
    double inertia22 = INERTIA2 + MASS2 * CENTRE2 * CENTRE2;
    double inertia12 = inertia22 + coupling * Math.cos(q[1]);
    double inertia11 =
        INERTIA1
            + MASS1 * CENTRE1 * CENTRE1
            + MASS2 * LENGTH1 * LENGTH1
            + inertia12
            + coupling * Math.cos(q[1]);
    double h = -coupling * Math.sin(q[1]);
    double gravity2 = MASS2 * GRAVITY * CENTRE2 * Math.cos(q[0] + q[1]);
    double gravity1 = (MASS1 * CENTRE1 + MASS2 * LENGTH1) * GRAVITY * Math.cos(q[0]) + gravity2;
    return new double[] {
      inertia11 * qdd[0]
          + inertia12 * qdd[1]
          + 2 * h * qd[0] * qd[1]
          + h * qd[1] * qd[1]
          + gravity1
          + friction(qd[0]),
      inertia12 * qdd[0] + inertia22 * qdd[1] - h * qd[0] * qd[0] + gravity2 + friction(qd[1])
    };
  }

  private double friction(double qd) {
    return viscous * qd + coulomb * Math.signum(qd);
  }

  /** Returns random states within a full turn, 2 rad/s and 5 rad/s², and their torques. */
  public Trajectory randomStates(String id, int timeSteps, long seed) {
    var random = new SplittableRandom(seed);
    float[][] rows = new float[4][2 * timeSteps];
    double[] limits = {Math.PI, 2, 5};
    for (int t = 0; t < timeSteps; t++) {
      double[][] state = new double[3][];
      for (int k = 0; k < 3; k++) {
        state[k] = random.doubles(2, -limits[k], limits[k]).toArray();
      }
      double[] tau = tau(state[0], state[1], state[2]);
      for (int joint = 0; joint < 2; joint++) {
        for (int k = 0; k < 3; k++) {
          rows[k][2 * t + joint] = (float) state[k][joint];
        }
        rows[3][2 * t + joint] = (float) tau[joint];
      }
    }
    var motion =
        new Motion(
            id,
            SampleTimes.every(0.01, timeSteps),
            JointSeries.of(rows[0], timeSteps, 2),
            JointSeries.of(rows[1], timeSteps, 2),
            JointSeries.of(rows[2], timeSteps, 2),
            JointSeries.of(new float[0], timeSteps, 0));
    return new Trajectory(motion, JointSeries.of(rows[3], timeSteps, 2));
  }
}
