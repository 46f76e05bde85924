package lindyn.eval;

import java.util.Arrays;
import java.util.List;

/**
 * Errors of predicted torques over one or several trajectories.
 *
 * @param perJoint the errors of each joint, in the order of the columns
 * @param samples number of time steps that were compared
 */
public record TorqueErrors(List<JointError> perJoint, long samples) {

  /** Copies the list. */
  public TorqueErrors {
    perJoint = List.copyOf(perJoint);
  }

  /**
   * The error of one joint.
   *
   * <p>All numbers are infinite if a prediction is not finite, so that a diverged model never looks
   * good.
   *
   * @param mse mean squared error, in (N·m)²
   * @param nmse mse over the variance of the measured torque in the compared data; NaN where the
   *     measured torque is constant
   * @param standardizedMse mse over the variance of the measured torque in the training data; over
   *     1 where that torque is constant
   */
  public record JointError(double mse, double nmse, double standardizedMse) {

    /** Returns the root mean squared error, in N·m. */
    public double rmse() {
      return Math.sqrt(mse);
    }
  }

  /** Returns the mean squared error over all joints, in (N·m)² (Rueckert et al. 2017, eq. 1). */
  public double mse() {
    return mean(perJoint.stream().mapToDouble(JointError::mse).toArray());
  }

  /** Returns the root of {@link #mse}, in N·m. */
  public double rmse() {
    return Math.sqrt(mse());
  }

  /** Returns the mean of nmse over the joints whose measured torque is not constant. */
  public double nmse() {
    return mean(perJoint.stream().mapToDouble(JointError::nmse).toArray());
  }

  /** Returns the mean of standardizedMse over the joints. */
  public double standardizedMse() {
    return mean(perJoint.stream().mapToDouble(JointError::standardizedMse).toArray());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }
}
