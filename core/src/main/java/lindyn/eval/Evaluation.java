package lindyn.eval;

import java.util.ArrayList;
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
   * Predicts trajectories and returns the errors over all of them.
   *
   * @param trainVariances as {@link #torqueVariances} returns them
   * @throws IllegalArgumentException if the trajectories have other signals than the model, or
   *     there is no sample
   */
  public static TorqueErrors errors(
      InverseDynamicsModel model, List<Trajectory> trajectories, List<Double> trainVariances) {
    return errors(trajectories, predictions(model, trajectories), trainVariances);
  }

  /**
   * Returns the errors of predictions over all trajectories.
   *
   * @param trajectories the measured torques
   * @param predictions one series per trajectory, shaped as its tau
   * @param trainVariances as {@link #torqueVariances} returns them
   * @throws IllegalArgumentException if the shapes differ or there is no sample
   */
  public static TorqueErrors errors(
      List<Trajectory> trajectories, List<JointSeries> predictions, List<Double> trainVariances) {
    requireSameShapes(trajectories, predictions, trainVariances);
    List<ColumnStatistics> measured =
        ColumnStatistics.of(trajectories.stream().map(Trajectory::tau).toList());
    long samples = trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
    List<TorqueErrors.JointError> perJoint = new ArrayList<>();
    for (int joint = 0; joint < measured.size(); joint++) {
      double mse = squaredError(trajectories, predictions, joint) / samples;
      perJoint.add(jointError(mse, measured.get(joint), trainVariances.get(joint)));
    }
    return new TorqueErrors(perJoint, samples);
  }

  /** Predicts each trajectory. */
  public static List<JointSeries> predictions(
      InverseDynamicsModel model, List<Trajectory> trajectories) {
    return trajectories.stream().map(trajectory -> model.predict(trajectory.motion())).toList();
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

  private static double squaredError(
      List<Trajectory> trajectories, List<JointSeries> predictions, int joint) {
    double sum = 0;
    for (int i = 0; i < predictions.size(); i++) {
      JointSeries measured = trajectories.get(i).tau();
      JointSeries predicted = predictions.get(i);
      for (int t = 0; t < measured.timeSteps(); t++) {
        double error = (double) predicted.at(t, joint) - measured.at(t, joint);
        sum += error * error;
      }
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  private static void requireSameShapes(
      List<Trajectory> trajectories, List<JointSeries> predictions, List<Double> trainVariances) {
    if (trajectories.size() != predictions.size()) {
      throw new IllegalArgumentException(
          "got " + predictions.size() + " predictions of " + trajectories.size() + " trajectories");
    }
    for (int i = 0; i < trajectories.size(); i++) {
      JointSeries measured = trajectories.get(i).tau();
      JointSeries predicted = predictions.get(i);
      if (predicted.timeSteps() != measured.timeSteps()
          || predicted.joints() != measured.joints()
          || trainVariances.size() != measured.joints()) {
        throw new IllegalArgumentException(
            String.format(
                "trajectory %s has torques %s, got a prediction %s and %d training variances",
                trajectories.get(i).id(), measured, predicted, trainVariances.size()));
      }
    }
  }
}
