package lindyn.train;

import java.util.List;
import java.util.Optional;
import lindyn.JointSeries;
import lindyn.Trajectory;
import lindyn.data.SampleMatrix;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;

/**
 * What makes of a log's numbers those that a network sees.
 *
 * @param base its torques are taken off
 * @param inputs standardises inputs
 * @param targets standardises what is left of the torques
 */
public record NetworkUnits(
    Optional<RigidBodyModel> base, Standardizer inputs, Standardizer targets) {

  /** Room that the (0, 1) scaling leaves on each side of the training range. */
  private static final double UNIT_INTERVAL_MARGIN = 0.1;

  /**
   * Fits them to training trajectories.
   *
   * @param residuals what the base leaves of them
   */
  public static NetworkUnits fitted(
      LstmConfig network, Optional<RigidBodyModel> base, List<Trajectory> residuals) {
    List<JointSeries> inputs =
        residuals.stream().map(trajectory -> trajectory.motion().inputSeries()).toList();
    List<JointSeries> torques = torques(residuals);
    return new NetworkUnits(
        base,
        Standardizer.zScore(inputs).withLimit(network.inputLimit()),
        switch (network.targetScaling()) {
          case Z_SCORE -> Standardizer.zScore(torques);
          case UNIT_INTERVAL -> Standardizer.unitInterval(torques, UNIT_INTERVAL_MARGIN);
        });
  }

  /** Returns those of a model. */
  public static NetworkUnits of(TrainedLstm model) {
    return new NetworkUnits(model.base(), model.inputStandardizer(), model.targetStandardizer());
  }

  /** Returns trajectories with what the base leaves of their torques: the slow part. */
  public List<Trajectory> residuals(List<Trajectory> trajectories) {
    return residuals(base, trajectories);
  }

  /** Returns trajectories with such torques as the network sees them. */
  public SampleMatrix standardized(List<Trajectory> residuals) {
    return SampleMatrix.of(residuals, inputs, targets);
  }

  /** Returns trajectories with what a base leaves of their torques. */
  public static List<Trajectory> residuals(
      Optional<RigidBodyModel> base, List<Trajectory> trajectories) {
    return base.map(model -> model.residuals(trajectories)).orElse(trajectories);
  }

  static List<JointSeries> torques(List<Trajectory> trajectories) {
    return trajectories.stream().map(Trajectory::tau).toList();
  }
}
