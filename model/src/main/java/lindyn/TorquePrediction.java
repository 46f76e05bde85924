package lindyn;

/**
 * Predicted torques and how sure the model is of them.
 *
 * @param tau the torques, shape {@code [timeSteps, joints]}, in the signals' torque unit
 * @param standardDeviation standard deviation of the torque that a sensor would measure, noise
 *     included, of the same shape and unit
 */
public record TorquePrediction(JointSeries tau, JointSeries standardDeviation) {

  /**
   * Checks that the series fit together.
   *
   * @throws IllegalArgumentException if their shapes differ
   */
  public TorquePrediction {
    if (tau.timeSteps() != standardDeviation.timeSteps()
        || tau.joints() != standardDeviation.joints()) {
      throw new IllegalArgumentException(
          "torques " + tau + " with standard deviations " + standardDeviation);
    }
  }
}
