package lindyn.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.ColumnStatistics;
import lindyn.data.Standardizer;

/** Compares predicted with measured torques. */
public final class Evaluation {

  private Evaluation() {}

  /**
   * Predicts trajectories, on all cores, and returns the errors over all of them. Predictions are
   * not kept.
   *
   * @param trainVariances as {@link #torqueVariances} returns them
   * @throws IllegalArgumentException if the trajectories have other signals than the model, or
   *     there is no sample
   */
  public static TorqueErrors errors(
      InverseDynamicsModel model, List<Trajectory> trajectories, List<Double> trainVariances) {
    List<ColumnStatistics> measured =
        ColumnStatistics.of(trajectories.stream().map(Trajectory::tau).toList());
    requireJoints(trainVariances, measured.size());
    double[] sums = new double[measured.size()];
    trajectories.parallelStream()
        .map(trajectory -> squaredErrors(trajectory, model.predict(trajectory.motion())))
        .forEachOrdered(errors -> Arrays.setAll(sums, joint -> sums[joint] + errors[joint]));
    long samples = trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
    List<TorqueErrors.JointError> perJoint = new ArrayList<>();
    for (int joint = 0; joint < sums.length; joint++) {
      double mse = Double.isNaN(sums[joint]) ? Double.POSITIVE_INFINITY : sums[joint] / samples;
      perJoint.add(jointError(mse, measured.get(joint), trainVariances.get(joint)));
    }
    return new TorqueErrors(perJoint, samples);
  }

  /**
   * Returns the variance of each joint's torque over all samples, in (N·m)²; 1 for a constant
   * torque, which {@link Standardizer#zScore} does not scale either.
   *
   * @throws IllegalArgumentException if there is no sample
   */
  public static List<Double> torqueVariances(List<Trajectory> train) {
    return Standardizer.zScore(train.stream().map(Trajectory::tau).toList()).scale().stream()
        .map(scale -> scale * scale)
        .toList();
  }

  private static TorqueErrors.JointError jointError(
      double mse, ColumnStatistics measured, double trainVariance) {
    double variance = measured.standardDeviation() * measured.standardDeviation();
    boolean isUndefined = measured.isConstant() && Double.isFinite(mse);
    return new TorqueErrors.JointError(
        mse, isUndefined ? Double.NaN : mse / variance, mse / trainVariance);
  }

  private static double[] squaredErrors(Trajectory trajectory, JointSeries predicted) {
    JointSeries measured = trajectory.tau();
    if (predicted.timeSteps() != measured.timeSteps() || predicted.joints() != measured.joints()) {
      throw new IllegalArgumentException(
          String.format(
              "trajectory %s has torques %s, got a prediction %s",
              trajectory.id(), measured, predicted));
    }
    double[] sums = new double[measured.joints()];
    for (int joint = 0; joint < sums.length; joint++) {
      for (int t = 0; t < measured.timeSteps(); t++) {
        double error = (double) predicted.at(t, joint) - measured.at(t, joint);
        sums[joint] += error * error;
      }
    }
    return sums;
  }

  private static void requireJoints(List<Double> trainVariances, int joints) {
    if (trainVariances.size() != joints) {
      throw new IllegalArgumentException(
          "expected " + joints + " training variances, got " + trainVariances.size());
    }
  }
}
