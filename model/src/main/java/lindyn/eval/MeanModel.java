package lindyn.eval;

import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;

/**
 * Predicts the mean torque of the training trajectories whatever the robot does: what knowing
 * nothing about the motion is worth, an nMSE of about 1.
 *
 * @param signals the signals of the training trajectories
 * @param tau one torque per joint, in the signals' torque unit
 */
public record MeanModel(Signals signals, List<Double> tau) implements InverseDynamicsModel {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is not one torque per joint
   */
  public MeanModel {
    tau = List.copyOf(tau);
    if (tau.size() != signals.joints()) {
      throw new IllegalArgumentException(
          "expected " + signals.joints() + " mean torques, got " + tau.size());
    }
  }

  /**
   * Computes the mean of each joint's torque over all samples, in O(samples).
   *
   * @throws IllegalArgumentException if there is no sample
   */
  public static MeanModel fit(Signals signals, List<Trajectory> train) {
    List<ColumnStatistics> statistics =
        ColumnStatistics.of(train.stream().map(Trajectory::tau).toList());
    return new MeanModel(signals, statistics.stream().map(ColumnStatistics::mean).toList());
  }

  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    int joints = tau.size();
    float[] rows = new float[Math.multiplyExact(motion.timeSteps(), joints)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = tau.get(i % joints).floatValue();
    }
    return JointSeries.rowsOf(rows, motion.timeSteps(), joints).columns(0, joints);
  }
}
