package lindyn.model;

import java.util.List;
import java.util.stream.Collectors;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.folder.SourceTable;
import lindyn.lstm.TrainedLstm;

/** The page for people in a model folder. */
final class ModelCard {

  private static final String TEXT =
      """
      # Inverse dynamics of a robot with %d joints

      Predicts the joint torques of a motion with an LSTM network%s.

      | signature | takes | gives |
      |---|---|---|
      %s
      All tensors are float32; batch and time may have any length (`window` needs one time step).

      - `motion` and `sample` have the columns %s.
      - `tau` has the joints %s, in this order.
      - `window` gives the torques of the last time step alone. `step` predicts one sample of each
        robot: feed `next_state` back as `state`, which is all zeros before a motion's first sample.
      - Units: q in rad, qd in rad/s, qdd in rad/s²%s; tau in %s. Normalisation is inside the model.
      - Origin of the inputs: %s. Motions must get theirs in the same way.
      - Sampling: one row every %s s, as in the training data.
      - Each time step is predicted from %s. Where a motion has no earlier samples, its first one is
        repeated.
      - `lindyn.json` has the names, units, offsets and scales of all columns, the network's
        configuration and the hashes of the files; `weights.safetensors` has the numbers, gates in
        the order input, forget, output, candidate; `baselines.json` has the simple models that
        it is measured against. `rehearsal.safetensors`, if it is there, keeps some of the training
        data for `lindyn train --continue`; nothing else needs it, and it may be deleted.

      ## Python

      ```python
      import tensorflow as tf
      signatures = tf.saved_model.load("this folder").signatures
      tau = signatures["serving_default"](motion=tf.constant(motion, tf.float32))["tau"]

      state = tf.zeros([1, %d])
      for sample in motion[0]:
          out = signatures["step"](sample=tf.constant([sample], tf.float32), state=state)
          tau, state = out["tau"], out["next_state"]
      ```

      ## Java

      ```java
      TrainedLstm model = ModelFolder.read(Path.of("this folder")); // needs no TensorFlow
      JointSeries tau = model.predict(motion);
      new StepPredictor(model).step(sample, torques); // in a control loop
      ```

      ## Elsewhere

      `lindyn export "this folder" --format c --out FOLDER` writes C99, `--format onnx` ONNX models.

      ## Origin

      Trained by Lindyn %s on TensorFlow %s (%s), finished %s, seed %d.

      %s

      The errors of this model are not recorded here: measure them on motions that it has not seen.
      """;

  private ModelCard() {}

  static String text(TrainedLstm model) {
    Signals signals = model.signals();
    Provenance origin = model.provenance();
    return TEXT.formatted(
        signals.joints(),
        model.base().isPresent() ? " that corrects a rigid-body regression" : "",
        signatures(model),
        inputs(signals),
        String.join(", ", signals.jointNames()),
        signals.extraInputs().isEmpty() ? "" : ", extra inputs as in the logs",
        signals.torqueUnit(),
        signals.derivatives().description(),
        signals.samplePeriod(),
        model.config().history().seen(),
        Signature.stateSize(model),
        origin.lindynVersion(),
        origin.tensorflowVersion(),
        origin.device(),
        origin.createdAt(),
        origin.seed(),
        SourceTable.text(origin));
  }

  private static String signatures(TrainedLstm model) {
    return Signature.of(model).stream()
        .map(
            signature ->
                "| `%s` | %s | %s |\n"
                    .formatted(
                        signature.name(), ports(signature.inputs()), ports(signature.outputs())))
        .collect(Collectors.joining());
  }

  private static String ports(List<Signature.Port> ports) {
    return ports.stream()
        .map(port -> "`" + port.name() + "` " + port.text())
        .collect(Collectors.joining(", "));
  }

  private static String inputs(Signals signals) {
    String joints = "q, qd, qdd of all joints, in the order of the output";
    return signals.extraInputs().isEmpty()
        ? joints
        : joints + "; then " + String.join(", ", signals.extraInputs());
  }
}
