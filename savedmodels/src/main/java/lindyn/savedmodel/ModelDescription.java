package lindyn.savedmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.Derivatives;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.data.Standardizer;
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
 * @param derivatives how qd and qdd of the training data came about; {@link ModelJson#read} adds it
 *     to what an older Lindyn wrote
 * @param inputs columns of the input, in their order
 * @param outputs columns of the output, in their order
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
    LstmConfig network,
    Provenance provenance,
    List<StoredFile> files) {

  static final String FORMAT = "lindyn-model";
  static final int VERSION = 1;

  ModelDescription {
    joints = List.copyOf(joints);
    extraInputs = List.copyOf(extraInputs);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    files = List.copyOf(files);
  }

  /**
   * One column of the input or output; the network sees (x − offset) / scale.
   *
   * @param name signal and joint, such as {@code qd.joint3}
   * @param unit unit of the column
   * @param offset in the column's unit
   * @param scale in the column's unit
   */
  record Column(String name, String unit, double offset, double scale) {

    Column {
      if (!Double.isFinite(offset) || !Double.isFinite(scale)) {
        throw new IllegalArgumentException(name + " has an offset or scale that is not finite");
      }
    }
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
        inputs(signals, model.inputStandardizer()),
        outputs(signals, model.targetStandardizer()),
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
            standardizer(inputs).withLimit(network.inputLimit()),
            standardizer(outputs),
            provenance);
    if (!inputs(signals, model.inputStandardizer()).equals(inputs)
        || !outputs(signals, model.targetStandardizer()).equals(outputs)) {
      throw new IllegalArgumentException(
          "names or units of inputs or outputs do not follow from joints and extraInputs");
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

  private static List<Column> inputs(Signals signals, Standardizer standardizer) {
    List<String> names = new ArrayList<>();
    List<String> units = new ArrayList<>();
    List<String> quantities = List.of("q", "qd", "qdd");
    List<String> quantityUnits = List.of("rad", "rad/s", "rad/s²");
    for (int i = 0; i < quantities.size(); i++) {
      for (String joint : signals.jointNames()) {
        names.add(quantities.get(i) + "." + joint);
        units.add(quantityUnits.get(i));
      }
    }
    for (String extra : signals.extraInputs()) {
      names.add(extra);
      units.add("as in the logs");
    }
    return columns(names, units, standardizer);
  }

  private static List<Column> outputs(Signals signals, Standardizer standardizer) {
    List<String> names = signals.jointNames().stream().map(joint -> "tau." + joint).toList();
    List<String> units = signals.jointNames().stream().map(joint -> signals.torqueUnit()).toList();
    return columns(names, units, standardizer);
  }

  private static List<Column> columns(
      List<String> names, List<String> units, Standardizer standardizer) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(
          new Column(
              names.get(i),
              units.get(i),
              standardizer.offset().get(i),
              standardizer.scale().get(i)));
    }
    return columns;
  }

  private static Standardizer standardizer(List<Column> columns) {
    return new Standardizer(
        columns.stream().map(Column::offset).toList(),
        columns.stream().map(Column::scale).toList(),
        Standardizer.UNLIMITED);
  }
}
