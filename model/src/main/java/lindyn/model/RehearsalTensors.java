package lindyn.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.FloatMatrix;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.Rehearsal;
import lindyn.data.Reservoir;
import lindyn.folder.Tensor;

/**
 * Samples that a model keeps, as matrices: for both reservoirs the rows of all pieces one after the
 * other, {@code inputs} and {@code tau}, the {@code lengths} of the pieces, and how many were
 * {@code seen}.
 */
final class RehearsalTensors {

  private static final String TRAIN = "train.";
  private static final String VALIDATION = "validation.";
  private static final String INPUTS = "inputs";
  private static final String TAU = "tau";
  private static final String LENGTHS = "lengths";
  private static final String SEEN = "seen";

  /** Counts up to this are whole numbers as float64. */
  private static final double MOST_SEEN = 1L << 53;

  private RehearsalTensors() {}

  /** Returns the matrices of something to rehearse by their names. */
  static Map<String, Tensor> of(Rehearsal rehearsal) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(TRAIN, rehearsal.train(), tensors);
    put(VALIDATION, rehearsal.validation(), tensors);
    return tensors;
  }

  private static void put(String part, Reservoir reservoir, Map<String, Tensor> tensors) {
    List<Trajectory> pieces = reservoir.pieces();
    tensors.put(
        part + INPUTS, rows(pieces.stream().map(piece -> piece.motion().inputSeries()).toList()));
    tensors.put(part + TAU, rows(pieces.stream().map(Trajectory::tau).toList()));
    double[] lengths = pieces.stream().mapToDouble(Trajectory::timeSteps).toArray();
    tensors.put(part + LENGTHS, new Tensor.Doubles(lengths.length, 1, lengths));
    tensors.put(part + SEEN, new Tensor.Doubles(1, 1, new double[] {reservoir.seen()}));
  }

  private static Tensor rows(List<JointSeries> pieces) {
    int columns = pieces.get(0).joints();
    int rows = pieces.stream().mapToInt(JointSeries::timeSteps).sum();
    float[] numbers = new float[Math.multiplyExact(rows, columns)];
    int row = 0;
    for (JointSeries piece : pieces) {
      for (int t = 0; t < piece.timeSteps(); t++) {
        piece.copyRow(t, numbers, row++ * columns);
      }
    }
    return new Tensor.Floats(FloatMatrix.of(rows, columns, numbers));
  }

  /**
   * Puts the reservoirs together again.
   *
   * @throws IllegalArgumentException if matrices are missing or do not fit together
   */
  static Rehearsal rehearsal(Signals signals, Map<String, Tensor> tensors) {
    return new Rehearsal(
        reservoir(TRAIN, signals, tensors), reservoir(VALIDATION, signals, tensors));
  }

  private static Reservoir reservoir(String part, Signals signals, Map<String, Tensor> tensors) {
    JointSeries.Rows inputs = rows(part + INPUTS, signals.inputs(), tensors);
    JointSeries.Rows tau = rows(part + TAU, signals.joints(), tensors);
    List<Trajectory> pieces = new ArrayList<>();
    int row = 0;
    for (double length : numbers(part + LENGTHS, tensors)) {
      int left = Math.min(inputs.timeSteps(), tau.timeSteps()) - row;
      if (!(length >= 1 && length <= left && length == Math.rint(length))) {
        throw new IllegalArgumentException(
            part + LENGTHS + " has a length of " + length + " where " + left + " rows are left");
      }
      pieces.add(piece(part + pieces.size(), signals, inputs, tau, row, row + (int) length));
      row += (int) length;
    }
    if (row != inputs.timeSteps() || row != tau.timeSteps()) {
      throw new IllegalArgumentException(
          part + "* has other numbers of rows than the " + row + " of its lengths");
    }
    return new Reservoir(pieces, seen(part + SEEN, tensors));
  }

  private static long seen(String name, Map<String, Tensor> tensors) {
    double[] seen = numbers(name, tensors);
    if (seen.length != 1 || !(seen[0] >= 1 && seen[0] <= MOST_SEEN)) {
      throw new IllegalArgumentException(name + " is no count");
    }
    return (long) seen[0];
  }

  private static Trajectory piece(
      String id, Signals signals, JointSeries.Rows inputs, JointSeries.Rows tau, int from, int to) {
    int joints = signals.joints();
    var motion =
        new Motion(
            id,
            SampleTimes.every(signals.samplePeriod(), inputs.timeSteps()),
            inputs.columns(0, joints),
            inputs.columns(joints, joints),
            inputs.columns(2 * joints, joints),
            inputs.columns(3 * joints, signals.extraInputs().size()));
    return new Trajectory(motion.slice(id, from, to), tau.columns(0, joints).slice(from, to));
  }

  private static JointSeries.Rows rows(String name, int columns, Map<String, Tensor> tensors) {
    if (tensors.get(name) instanceof Tensor.Floats floats && floats.columns() == columns) {
      return JointSeries.rowsOf(floats.matrix().toArray(), floats.rows(), columns);
    }
    throw new IllegalArgumentException("no float32 matrix " + name + " of " + columns + " columns");
  }

  private static double[] numbers(String name, Map<String, Tensor> tensors) {
    if (tensors.get(name) instanceof Tensor.Doubles doubles && doubles.columns() == 1) {
      return doubles.values();
    }
    throw new IllegalArgumentException("no float64 column " + name);
  }
}
