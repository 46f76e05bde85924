package lindyn.eval;

import java.util.List;
import lindyn.Checks;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.linear.LinearModel;

/**
 * What every model is measured against: simple models of the same training trajectories, and the
 * spread of their torques.
 *
 * @param mean predicts the mean torque
 * @param linear predicts linearly
 * @param torqueVariances as {@link Evaluation#torqueVariances} returns them
 */
public record Baselines(MeanModel mean, LinearModel linear, List<Double> torqueVariances) {

  /**
   * Checks that the parts are of one robot.
   *
   * @throws IllegalArgumentException if signals or sizes differ, or a variance is not positive
   */
  public Baselines {
    torqueVariances = List.copyOf(torqueVariances);
    torqueVariances.forEach(variance -> Checks.positive(variance, "torque variance"));
    if (!linear.signals().equals(mean.signals())
        || torqueVariances.size() != mean.signals().joints()) {
      throw new IllegalArgumentException("baselines of different robots");
    }
  }

  /**
   * Fits the baselines, in O(samples · inputs²).
   *
   * @throws IllegalArgumentException if there is no sample or a trajectory has other signals
   */
  public static Baselines fit(Signals signals, List<Trajectory> train) {
    return new Baselines(
        MeanModel.fit(signals, train),
        LinearModel.fit(signals, train),
        Evaluation.torqueVariances(train));
  }
}
