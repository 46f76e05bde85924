package lindyn.lstm;

import java.util.Optional;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;

/**
 * A trained LSTM: plain data, no TensorFlow. Everything downstream of training is a function of
 * this value.
 *
 * @param signals the inputs it reads and the torques it predicts
 * @param config the network's mathematics
 * @param weights the network's numbers
 * @param base predicts the part of the torques that the network need not learn, if there is one
 * @param inputStandardizer maps inputs to the network's units; fitted on the training trajectories
 * @param targetStandardizer maps torques, less those of the base, to the network's units; fitted on
 *     the training trajectories
 * @param provenance where the model comes from
 */
public record TrainedLstm(
    Signals signals,
    LstmConfig config,
    LstmWeights weights,
    Optional<RigidBodyModel> base,
    Standardizer inputStandardizer,
    Standardizer targetStandardizer,
    Provenance provenance)
    implements InverseDynamicsModel {

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException if signals, weights or standardisers differ in their sizes
   */
  public TrainedLstm {
    LstmShape expected = config.shape(signals.inputs(), signals.joints());
    if (!weights.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "weights have " + weights.shape() + ", expected " + expected);
    }
    if (base.isPresent() != (config.base() == LstmConfig.Base.RIGID_BODY)) {
      throw new IllegalArgumentException(
          "the configuration says base " + config.base() + ", found " + base);
    }
    if (inputStandardizer.limit() != config.inputLimit()) {
      throw new IllegalArgumentException(
          "inputs are limited to ±"
              + inputStandardizer.limit()
              + ", the configuration says ±"
              + config.inputLimit());
    }
    requireColumns(inputStandardizer, signals.inputs(), "input");
    requireColumns(targetStandardizer, signals.joints(), "target");
  }

  private static void requireColumns(Standardizer standardizer, int columns, String name) {
    if (standardizer.columns() != columns) {
      throw new IllegalArgumentException(
          name + " standardizer has " + standardizer.columns() + " columns, expected " + columns);
    }
  }

  /** Returns this model with other weights. */
  public TrainedLstm withWeights(LstmWeights newWeights) {
    return new TrainedLstm(
        signals, config, newWeights, base, inputStandardizer, targetStandardizer, provenance);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Runs in plain Java. Cost: O(timeSteps) for a stream, O(timeSteps · window) for windows,
   * independent of the amount of training data (Rueckert et al. 2017).
   */
  @Override
  public JointSeries predict(Motion motion) {
    signals.requireFit(motion);
    return new StepPredictor(this).predict(motion);
  }
}
