package lindyn.gp.model;

import java.util.List;
import java.util.Optional;
import lindyn.Derivatives;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.folder.Column;
import lindyn.folder.FolderDescription;
import lindyn.folder.StoredFile;
import lindyn.gp.Hyperparameters;
import lindyn.linear.RigidBodyModel;

/**
 * The contents of {@code lindyn.json}: everything of a model but its tensors.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion {@value #VERSION}
 * @param joints names of the joints, in the order of the outputs
 * @param extraInputs names of the inputs beside q, qd and qdd
 * @param samplePeriod time between two samples of the training data, in s
 * @param derivatives how qd and qdd of the training data came about
 * @param inputs columns of the input of one time step, in their order
 * @param outputs columns of the output, in their order
 * @param config the model's mathematics
 * @param processes what was learned
 * @param provenance where the model comes from
 * @param files every other file of the folder
 */
record GpDescription(
    String format,
    int formatVersion,
    List<String> joints,
    List<String> extraInputs,
    double samplePeriod,
    Derivatives derivatives,
    List<Column> inputs,
    List<Column> outputs,
    GpConfig config,
    List<Learned> processes,
    Provenance provenance,
    List<StoredFile> files)
    implements FolderDescription {

  static final String FORMAT = "lindyn-gp-model";
  static final int VERSION = 2;

  GpDescription {
    joints = List.copyOf(joints);
    extraInputs = List.copyOf(extraInputs);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    processes = List.copyOf(processes);
    files = List.copyOf(files);
  }

  /**
   * One process.
   *
   * @param joints indices of the joints that it predicts
   * @param scales of the joints' covariances
   * @param hyperparameters of standardised inputs and torques
   * @param jitter what was added to the covariance so that it became positive definite
   */
  record Learned(
      List<Integer> joints, List<Double> scales, Hyperparameters hyperparameters, double jitter) {

    Learned {
      joints = List.copyOf(joints);
      scales = List.copyOf(scales);
    }
  }

  /** Describes a model whose files are written. */
  static GpDescription of(
      GpInverseDynamics model, List<Learned> processes, List<StoredFile> files) {
    Signals signals = model.signals();
    return new GpDescription(
        FORMAT,
        VERSION,
        signals.jointNames(),
        signals.extraInputs(),
        signals.samplePeriod(),
        signals.derivatives(),
        Column.inputs(signals, model.inputStandardizer()),
        Column.outputs(signals, model.targetStandardizer()),
        model.config(),
        processes,
        model.provenance(),
        files);
  }

  /**
   * Returns the model's signals.
   *
   * @throws IllegalArgumentException if there are no joints or no outputs
   */
  Signals signals() {
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("outputs are empty");
    }
    return new Signals(joints, extraInputs, outputs.get(0).unit(), samplePeriod, derivatives);
  }

  /**
   * Puts the model together again.
   *
   * @throws IllegalArgumentException if its parts do not fit together
   */
  GpInverseDynamics model(List<JointProcess> learned, Optional<RigidBodyModel> mean) {
    Signals signals = signals();
    var model =
        new GpInverseDynamics(
            signals,
            config,
            learned,
            mean,
            Column.standardizer(inputs),
            Column.standardizer(outputs),
            provenance);
    if (!Column.inputs(signals, model.inputStandardizer()).equals(inputs)
        || !Column.outputs(signals, model.targetStandardizer()).equals(outputs)) {
      throw new IllegalArgumentException(
          "names or units of inputs or outputs do not follow from joints and extraInputs");
    }
    return model;
  }
}
