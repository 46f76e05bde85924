package lindyn.eval;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.ProbabilisticModel;
import lindyn.TorquePrediction;
import lindyn.Trajectory;

/**
 * How well a model knows how sure it is: means over trajectories and joints, without the joints
 * whose torque it holds for certain.
 *
 * @param nlpd negative log of the density that it gives the measured torque, in standard deviations
 *     of the training torque, in nats (Rasmussen and Williams 2006, eq. 2.34): less is better, the
 *     mean and variance of the training torque have 1.42 where the test torque is like it
 * @param coverage95 share of the measured torques within 1.96 standard deviations of the predicted
 *     ones: .95 if the deviations are right
 */
public record Calibration(double nlpd, double coverage95) {

  /** Half of the width that holds 95 % of a normal distribution, in standard deviations. */
  private static final double WIDTH_95 = 1.959964;

  /**
   * Predicts trajectories, on all cores, and measures the deviations over all of them.
   *
   * @param trainVariances as {@link Evaluation#torqueVariances} returns them
   * @return NaN for both if no torque is uncertain
   * @throws IllegalArgumentException if the trajectories have other signals than the model
   */
  public static Calibration of(
      ProbabilisticModel model, List<Trajectory> trajectories, List<Double> trainVariances) {
    Sums sums =
        trajectories.parallelStream()
            .map(
                trajectory ->
                    Sums.of(
                        trajectory.tau(),
                        model.predictWithDeviation(trajectory.motion()),
                        trainVariances))
            .reduce(new Sums(0, 0, 0), Sums::plus);
    return new Calibration(sums.nats / sums.torques, (double) sums.covered / sums.torques);
  }

  /**
   * Sums over torques.
   *
   * @param torques how many
   * @param nats negative log densities
   * @param covered how many lie within the width
   */
  private record Sums(long torques, double nats, long covered) {

    static Sums of(JointSeries measured, TorquePrediction predicted, List<Double> variances) {
      return IntStream.range(0, measured.joints())
          .mapToObj(joint -> of(measured, predicted, joint, Math.sqrt(variances.get(joint))))
          .reduce(new Sums(0, 0, 0), Sums::plus);
    }

    private static Sums of(
        JointSeries measured, TorquePrediction predicted, int joint, double unit) {
      double nats = 0;
      long covered = 0;
      long torques = 0;
      for (int t = 0; t < measured.timeSteps(); t++) {
        double deviation = predicted.standardDeviation().at(t, joint);
        if (deviation > 0) {
          double z = (measured.at(t, joint) - predicted.tau().at(t, joint)) / deviation;
          nats += 0.5 * (z * z + Math.log(2 * Math.PI)) + Math.log(deviation / unit);
          covered += Math.abs(z) <= WIDTH_95 ? 1 : 0;
          torques++;
        }
      }
      return new Sums(torques, nats, covered);
    }

    Sums plus(Sums other) {
      return new Sums(torques + other.torques, nats + other.nats, covered + other.covered);
    }
  }
}
