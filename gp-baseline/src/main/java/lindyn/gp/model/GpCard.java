package lindyn.gp.model;

import java.util.Locale;
import java.util.stream.Collectors;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.folder.SourceTable;
import lindyn.gp.Hyperparameters;
import lindyn.gp.kernel.StationaryKernel;

/** The page for people in a model folder. */
final class GpCard {

  private static final String TEXT =
      """
      # Inverse dynamics of a robot with %d joints

      Predicts the joint torques of a motion, and their standard deviations, with Gaussian
      processes%s: %s kernel, %s, %s, window of %d time steps.

      - Inputs: q, qd, qdd of all joints%s, in rad, rad/s, rad/s²; torques in %s. Offsets and scales
        of all columns are in `lindyn.json`.
      - Origin of the inputs: %s. Motions must get theirs in the same way.
      - Sampling: one row every %s s, as in the training data.
      - `weights.safetensors` has the points and their weights as float64: the standardised torque is
        the sum of k(x, point) · weight over the points. `baselines.json` has the simple models that
        it is measured against.

      | joints | signal variance | length scales | noise variance |
      |---|---|---|---|
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
        model.mean().isPresent() ? " that correct a rigid-body regression" : "",
        config.kernel().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        approximation(config.approximation()),
        config.outputs() == GpConfig.Outputs.SHARED
            ? "hyper-parameters shared by the joints"
            : "one process per joint",
        config.window(),
        signals.extraInputs().isEmpty() ? "" : "; then " + String.join(", ", signals.extraInputs()),
        signals.torqueUnit(),
        signals.derivatives().description(),
        signals.samplePeriod(),
        hyperparameters(model),
        origin.lindynVersion(),
        origin.device(),
        origin.createdAt(),
        origin.seed(),
        SourceTable.text(origin));
  }

  private static String approximation(Approximation approximation) {
    return approximation instanceof Approximation.Sparse sparse
        ? "sparse, at most %d samples through %d inducing points"
            .formatted(sparse.points(), sparse.inducingPoints())
        : "exact on at most %d random samples".formatted(approximation.points());
  }

  private static String hyperparameters(GpInverseDynamics model) {
    return model.processes().stream()
        .map(process -> row(model.signals(), process))
        .collect(Collectors.joining("\n"));
  }

  private static String row(Signals signals, JointProcess process) {
    Hyperparameters hyperparameters = process.process().hyperparameters();
    StationaryKernel kernel = hyperparameters.kernel();
    return String.format(
        Locale.ROOT,
        "| %s | %.4g | %s | %.4g |",
        process.joints().stream().map(signals.jointNames()::get).collect(Collectors.joining(", ")),
        kernel.signalVariance(),
        kernel.lengthScales().stream()
            .map(length -> String.format(Locale.ROOT, "%.4g", length))
            .collect(Collectors.joining(", ")),
        hyperparameters.noiseVariance());
  }
}
