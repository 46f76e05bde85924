package lindyn.model;

import java.util.List;
import java.util.Optional;
import lindyn.Derivatives;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.folder.Column;
import lindyn.folder.FolderDescription;
import lindyn.folder.StoredFile;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;

/**
 * The contents of {@code lindyn.json}: everything of a model but its weights.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion {@value #VERSION}
 * @param joints names of the joints, in the order of the outputs
 * @param extraInputs names of the inputs beside q, qd and qdd
 * @param samplePeriod time between two samples of the training data, in s
 * @param derivatives how qd and qdd of the training data came about; {@link
 *     lindyn.folder.StrictJson#read} adds it to what an older Lindyn wrote
 * @param inputs columns of the input, in their order
 * @param outputs columns of the output, in their order
 * @param signatures how the SavedModel is called; {@link lindyn.folder.StrictJson#read} adds none
 *     to what an older Lindyn wrote, which has {@link Signature#SEQUENCE} alone
 * @param network the network's mathematics
 * @param provenance where the model comes from
 * @param files every other file of the folder
 */
record ModelDescription(
    String format,
    int formatVersion,
    List<String> joints,
    List<String> extraInputs,
    double samplePeriod,
    Derivatives derivatives,
    List<Column> inputs,
    List<Column> outputs,
    List<Signature> signatures,
    LstmConfig network,
    Provenance provenance,
    List<StoredFile> files)
    implements FolderDescription {

  static final String FORMAT = "lindyn-model";
  static final int VERSION = 1;

  ModelDescription {
    joints = List.copyOf(joints);
    extraInputs = List.copyOf(extraInputs);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    signatures = List.copyOf(signatures);
    files = List.copyOf(files);
  }

  /** Describes a model whose files are written. */
  static ModelDescription of(TrainedLstm model, List<StoredFile> files) {
    Signals signals = model.signals();
    return new ModelDescription(
        FORMAT,
        VERSION,
        signals.jointNames(),
        signals.extraInputs(),
        signals.samplePeriod(),
        signals.derivatives(),
        Column.inputs(signals, model.inputStandardizer()),
        Column.outputs(signals, model.targetStandardizer()),
        Signature.of(model),
        model.config(),
        model.provenance(),
        files);
  }

  /**
   * Puts the model together again.
   *
   * @throws IllegalArgumentException if its parts do not fit together
   */
  TrainedLstm model(LstmWeights weights, Optional<RigidBodyModel> base) {
    Signals signals = signals();
    TrainedLstm model =
        new TrainedLstm(
            signals,
            network,
            weights,
            base,
            Column.standardizer(inputs).withLimit(network.inputLimit()),
            Column.standardizer(outputs),
            provenance);
    if (!Column.inputs(signals, model.inputStandardizer()).equals(inputs)
        || !Column.outputs(signals, model.targetStandardizer()).equals(outputs)) {
      throw new IllegalArgumentException(
          "names or units of inputs or outputs do not follow from joints and extraInputs");
    }
    if (!signatures.isEmpty() && !signatures.equals(Signature.of(model))) {
      throw new IllegalArgumentException(
          "signatures do not follow from the inputs and the network");
    }
    return model;
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
}
