package lindyn.savedmodel;

import java.util.List;
import lindyn.data.History;
import lindyn.lstm.TrainedLstm;
import lindyn.model.Signature;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The graph that predicts motions, any number of them of any one length: the torques of each time
 * step, or of the last one alone.
 */
final class MotionGraph {

  private final TrainedLstm model;
  private final Graph graph;
  private final Ops tf;
  private final Operand<TFloat32> motion;
  private final Operand<TInt32> batch;
  private final Operand<TInt32> time;

  /** Standardised, shape {@code [time, batch, inputs]}. */
  private final Operand<TFloat32> samples;

  MotionGraph(TrainedLstm model, Graph graph) {
    this.model = model;
    this.graph = graph;
    tf = Ops.create(graph);
    motion =
        tf.withName(Signature.MOTION)
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(-1, -1, model.signals().inputs())));
    Operand<TInt32> sizes = tf.shape(motion);
    batch = tf.stridedSlice(sizes, Indices.at(0));
    time = tf.stridedSlice(sizes, Indices.at(1));
    samples = swapBatchAndTime(new TorqueGraph(model, tf).standardized(motion));
  }

  /** Adds the torques of all time steps. */
  void addSequence() {
    Operand<TInt32> units = tf.constant(lastUnits());
    Operand<TFloat32> outputs = tf.reshape(allOutputs(), tf.stack(List.of(time, batch, units)));
    Operand<TFloat32> rows = new TorqueGraph(model, tf).torques(swapBatchAndTime(outputs), motion);
    Operand<TInt32> joints = tf.constant(model.signals().joints());
    tf.withName(Signature.TAU).reshape(rows, tf.stack(List.of(batch, time, joints)));
  }

  /** Adds the torques of the last time step. */
  void addWindow() {
    Ops scope = tf.withSubScope(Signature.WINDOW);
    Operand<TFloat32> last = scope.stridedSlice(motion, Indices.all(), Indices.at(-1));
    Operand<TFloat32> rows = new TorqueGraph(model, scope).torques(lastOutputs(), last);
    scope.withName(Signature.TAU).identity(rows);
  }

  private Operand<TFloat32> lastOutputs() {
    if (model.config().history() instanceof History.Window window) {
      Operand<TInt32> length = tf.constant(window.timeSteps());
      RecurrentLoop.Reading reading = reading(tf.math.sub(time, length), batch, length);
      return loop(Signature.WINDOW, false).outputs(graph, tf, reading);
    }
    return loop(Signature.WINDOW, false).outputs(graph, tf, stream());
  }

  /** Runs the layers; the result has one row of outputs per time step and motion. */
  private Operand<TFloat32> allOutputs() {
    if (model.config().history() instanceof History.Window window) {
      return windowed(window.timeSteps());
    }
    Operand<TFloat32> outputs = loop(Signature.SEQUENCE, true).outputs(graph, tf, stream());
    return tf.stridedSlice(outputs, Indices.sliceFrom(warmUp()));
  }

  private int warmUp() {
    return model.config().history().firstScored();
  }

  /** Steps once through the motions, after the first sample has been repeated as a warm-up. */
  private RecurrentLoop.Reading stream() {
    // A motion without samples has no first sample to warm up on.
    Operand<TInt32> warmUpSteps =
        tf.math.mul(tf.math.minimum(time, tf.constant(1)), tf.constant(warmUp()));
    return reading(tf.constant(-warmUp()), batch, tf.math.add(time, warmUpSteps));
  }

  /** Steps through the windows of all time steps at once, one row for each. */
  private Operand<TFloat32> windowed(int window) {
    Operand<TInt32> before = tf.constant(window - 1);
    Operand<TInt32> positions =
        tf.range(tf.math.neg(before), tf.math.sub(time, before), tf.constant(1));
    Operand<TInt32> rows = tf.math.mul(batch, time);
    RecurrentLoop.Reading reading = reading(positions, rows, tf.constant(window));
    return loop(Signature.SEQUENCE, false).outputs(graph, tf, reading);
  }

  private RecurrentLoop.Reading reading(
      Operand<TInt32> positions, Operand<TInt32> rows, Operand<TInt32> steps) {
    return new RecurrentLoop.Reading(samples, positions, rows, steps);
  }

  private RecurrentLoop loop(String name, boolean keepsSteps) {
    return new RecurrentLoop(LayersGraph.of(model), name, keepsSteps);
  }

  private int lastUnits() {
    List<Integer> units = model.weights().shape().layerUnits();
    return units.get(units.size() - 1);
  }

  private Operand<TFloat32> swapBatchAndTime(Operand<TFloat32> series) {
    return tf.linalg.transpose(series, tf.constant(new int[] {1, 0, 2}));
  }
}
