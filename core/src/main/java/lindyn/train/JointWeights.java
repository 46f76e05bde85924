package lindyn.train;

import java.util.List;
import lindyn.Trajectory;
import lindyn.data.Standardizer;

/**
 * Turns the errors of each joint, in the network's units, into one number in standardised torques:
 * the same units whatever the network predicts, so that losses compare.
 */
final class JointWeights {

  private final double[] weights;

  /**
   * Takes both units.
   *
   * @param network what the network's outputs are standardised by
   * @param torques z-scores of the measured training torques
   */
  JointWeights(Standardizer network, Standardizer torques) {
    weights = new double[torques.columns()];
    for (int joint = 0; joint < weights.length; joint++) {
      double ratio = network.scale().get(joint) / torques.scale().get(joint);
      weights[joint] = ratio * ratio / weights.length;
    }
  }

  /** Takes the network's units and those of training trajectories. */
  static JointWeights of(Standardizer network, List<Trajectory> train) {
    return new JointWeights(network, Standardizer.zScore(NetworkUnits.torques(train)));
  }

  double mean(float[] losses) {
    double sum = 0;
    for (int joint = 0; joint < weights.length; joint++) {
      sum += weights[joint] * losses[joint];
    }
    return sum;
  }

  double mean(double[] losses) {
    double sum = 0;
    for (int joint = 0; joint < weights.length; joint++) {
      sum += weights[joint] * losses[joint];
    }
    return sum;
  }
}
