package lindyn;

/** A model that knows how sure it is of the torques that it predicts. */
public interface ProbabilisticModel extends InverseDynamicsModel {

  /**
   * Predicts torques and their standard deviations; the torques are those of {@link #predict}.
   *
   * @throws IllegalArgumentException if the motion's signals differ from the model's
   */
  TorquePrediction predictWithDeviation(Motion motion);
}
