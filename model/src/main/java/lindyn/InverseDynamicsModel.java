package lindyn;

/** A model that predicts the joint torques of a motion: the one contract of all models. */
public interface InverseDynamicsModel {

  /** Returns the signals that this model reads and predicts. */
  Signals signals();

  /**
   * Predicts the torques of every time step of a motion.
   *
   * <p>Step {@code t} is predicted from steps {@code 0..t} only, so the prediction can be used in a
   * control loop. Any number of threads may call this.
   *
   * @param motion q, qd, qdd and extra inputs, in rad, rad/s, rad/s² and the log's units
   * @return the torques, shape {@code [timeSteps, joints]}, in the unit of {@link
   *     Signals#torqueUnit}
   * @throws IllegalArgumentException if the motion's signals differ from the model's
   */
  JointSeries predict(Motion motion);
}
