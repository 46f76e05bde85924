package lindyn.model;

import lindyn.Provenance;
import lindyn.Signals;
import lindyn.data.History;
import lindyn.folder.SourceTable;
import lindyn.lstm.TrainedLstm;

/** The page for people in a model folder. */
final class ModelCard {

  private static final String TEXT =
      """
      # Inverse dynamics of a robot with %d joints

      Predicts the joint torques of a motion with an LSTM network%s.

      | | name | shape | columns |
      |---|---|---|---|
      | input | `motion` | float32 [batch, time, %d] | %s |
      | output | `tau` | float32 [batch, time, %d] | %s |

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
      predict = tf.saved_model.load("this folder").signatures["serving_default"]
      tau = predict(motion=tf.constant(motion, tf.float32))["tau"]
      ```

      ## Java

      ```java
      try (SavedModelPredictor predictor = SavedModelPredictor.open(Path.of("this folder"))) {
        JointSeries tau = predictor.predict(motion);
      }
      ```

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
        signals.inputs(),
        inputs(signals),
        signals.joints(),
        String.join(", ", signals.jointNames()),
        signals.extraInputs().isEmpty() ? "" : ", extra inputs as in the logs",
        signals.torqueUnit(),
        signals.derivatives().description(),
        signals.samplePeriod(),
        seen(model.config().history()),
        origin.lindynVersion(),
        origin.tensorflowVersion(),
        origin.device(),
        origin.createdAt(),
        origin.seed(),
        SourceTable.text(origin));
  }

  private static String inputs(Signals signals) {
    String joints = "q, qd, qdd of all joints, in the order of the output";
    return signals.extraInputs().isEmpty()
        ? joints
        : joints + "; then " + String.join(", ", signals.extraInputs());
  }

  private static String seen(History history) {
    return history instanceof History.Window
        ? "the last " + history.timeSteps() + " samples up to it"
        : "all samples up to it";
  }
}
