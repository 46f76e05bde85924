package lindyn.report;

import lindyn.JointSeries;
import lindyn.SampleTimes;

/**
 * Measured and predicted torques of one trajectory that the model has not seen in training.
 *
 * @param trajectory id of the trajectory
 * @param times when it was sampled
 * @param measured measured torques, shape {@code [timeSteps, joints]}, in N·m (or the log's unit)
 * @param predicted predicted torques, of the same shape and unit
 */
public record Trace(
    String trajectory, SampleTimes times, JointSeries measured, JointSeries predicted) {

  /**
   * Checks that the series fit together.
   *
   * @throws IllegalArgumentException if they differ in time steps or joints
   */
  public Trace {
    if (measured.timeSteps() != times.size()
        || predicted.timeSteps() != times.size()
        || predicted.joints() != measured.joints()) {
      throw new IllegalArgumentException(
          String.format(
              "trajectory %s has %d times, but measured %s and predicted %s",
              trajectory, times.size(), measured, predicted));
    }
  }

  /** Returns the root mean squared error of one joint, in N·m; NaN if there are no samples. */
  double rmse(int joint) {
    double sum = 0;
    for (int t = 0; t < times.size(); t++) {
      double error = (double) predicted.at(t, joint) - measured.at(t, joint);
      sum += error * error;
    }
    return Math.sqrt(sum / times.size());
  }
}
