package lindyn;

/**
 * A motion and the torques that drove it: what a model learns from and is measured by.
 *
 * @param motion what the robot did
 * @param tau joint torques, shape {@code [timeSteps, joints]}, in N·m (or the log's torque unit)
 */
public record Trajectory(Motion motion, JointSeries tau) {

  /**
   * Checks that the torques fit the motion.
   *
   * @throws IllegalArgumentException if their shape differs from q's
   */
  public Trajectory {
    Motion.requireShape(motion.timeSteps(), motion.joints(), tau, "tau", motion.id());
  }

  /** Returns the motion's id. */
  public String id() {
    return motion.id();
  }

  /** Returns the number of samples. */
  public int timeSteps() {
    return motion.timeSteps();
  }

  /** Returns the rows {@code from} (inclusive) to {@code to} (exclusive) under a new id. */
  public Trajectory slice(String newId, int from, int to) {
    return new Trajectory(motion.slice(newId, from, to), tau.slice(from, to));
  }
}
