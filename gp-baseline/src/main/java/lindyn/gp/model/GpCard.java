package lindyn.gp.model;

import java.util.stream.Collectors;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.folder.SourceTable;

/** The page for people in a model folder. */
final class GpCard {

  private static final String TEXT =
      """
      # Inverse dynamics of a robot with %d joints

      Predicts the joint torques of a motion, and their standard deviations, with Gaussian
      processes: %s.

      - Inputs: q, qd, qdd of all joints%s, in rad, rad/s, rad/s²; torques in %s. Offsets and scales
        of all columns are in `lindyn.json`.
      - Origin of the inputs: %s. Motions must get theirs in the same way.
      - Sampling: one row every %s s, as in the training data.
      - `weights.safetensors` has the points and their weights as float64: the standardised torque is
        the sum of k(x, point) · weight over the points%s. `baselines.json` has the simple models that
        it is measured against.

      In units of the standardised inputs and torques:

      %s

      ## Java

      ```java
      TorquePrediction prediction = GpFolder.read(Path.of("this folder")).predictWithDeviation(motion);
      ```

      ## Origin

      Trained by Lindyn %s (%s), finished %s, seed %d.

      %s

      The errors of this model are not recorded here: measure them on motions that it has not seen.
      """;

  private GpCard() {}

  static String text(GpInverseDynamics model) {
    Signals signals = model.signals();
    GpConfig config = model.config();
    Provenance origin = model.provenance();
    return TEXT.formatted(
        signals.joints(),
        GpText.of(config),
        signals.extraInputs().isEmpty() ? "" : "; then " + String.join(", ", signals.extraInputs()),
        signals.torqueUnit(),
        signals.derivatives().description(),
        signals.samplePeriod(),
        model.mean().isPresent()
            ? "; the torque is that in its unit plus the regression's, whose coefficients are there"
            : "",
        hyperparameters(model),
        origin.lindynVersion(),
        origin.device(),
        origin.createdAt(),
        origin.seed(),
        SourceTable.text(origin));
  }

  private static String hyperparameters(GpInverseDynamics model) {
    return model.processes().stream()
        .map(
            process ->
                String.format(
                    "- %s: %s",
                    GpText.joints(model.signals(), process.joints()),
                    GpText.learned(model.signals(), model.config(), process)))
        .collect(Collectors.joining("\n"));
  }
}
