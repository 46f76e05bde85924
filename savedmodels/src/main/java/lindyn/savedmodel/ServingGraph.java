package lindyn.savedmodel;

import java.util.List;
import lindyn.data.History;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The graph that predicts: motion in SI units in, torques in the log's unit out, for any number of
 * motions of any one length. It computes what {@link TrainedLstm#predict} computes, in the same
 * order of operations where rounding depends on it.
 */
final class ServingGraph {

  /** Name of the input, float32 {@code [batch, time, 3d + extra]}. */
  static final String INPUT = "motion";

  /** Name of the output, float32 {@code [batch, time, d]}. */
  static final String OUTPUT = "tau";

  private final TrainedLstm model;
  private final Graph graph;
  private final Ops tf;

  ServingGraph(TrainedLstm model, Graph graph) {
    this.model = model;
    this.graph = graph;
    tf = Ops.create(graph);
  }

  /** Adds the operations, {@value #INPUT} first and {@value #OUTPUT} last. */
  void build() {
    Operand<TFloat32> motion =
        tf.withName(INPUT)
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(-1, -1, model.signals().inputs())));
    Operand<TInt32> sizes = tf.shape(motion);
    Operand<TInt32> batch = size(sizes, 0);
    Operand<TInt32> time = size(sizes, 1);
    Operand<TFloat32> samples = swapBatchAndTime("samples", standardized(motion));

    Operand<TFloat32> outputs = lastLayer(samples, batch, time);
    Operand<TFloat32> rows = restored(readOut(flattened(outputs)));

    Operand<TInt32> timeMajor =
        tf.stack(List.of(time, batch, tf.constant(model.signals().joints())));
    Operand<TFloat32> learnt = tf.reshape(rows, timeMajor);
    model
        .base()
        .ifPresentOrElse(
            base -> addBase(base, motion, swapBatchAndTime("learnt", learnt)),
            () -> swapBatchAndTime(OUTPUT, learnt));
  }

  private void addBase(RigidBodyModel base, Operand<TFloat32> motion, Operand<TFloat32> learnt) {
    Ops scope = tf.withSubScope("base");
    Operand<TFloat32> rows =
        scope.reshape(motion, scope.constant(new int[] {-1, model.signals().inputs()}));
    Operand<TFloat32> torques = new BaseGraph(base, scope).torques(rows);
    tf.withName(OUTPUT).math.add(learnt, scope.reshape(torques, scope.shape(learnt)));
  }

  /** Runs the layers; the result has one row of outputs per time step and motion. */
  private Operand<TFloat32> lastLayer(
      Operand<TFloat32> samples, Operand<TInt32> batch, Operand<TInt32> time) {
    History history = model.config().history();
    return history instanceof History.Stream stream
        ? streamed(stream.warmUp(), samples, batch, time)
        : windowed(history.timeSteps(), samples, batch, time);
  }

  /** Steps once through the motions; the outputs of the warm-up are dropped. */
  private Operand<TFloat32> streamed(
      int warmUp, Operand<TFloat32> samples, Operand<TInt32> batch, Operand<TInt32> time) {
    // A motion without samples has no first sample to warm up on.
    Operand<TInt32> warmUpSteps =
        tf.math.mul(tf.math.minimum(time, tf.constant(1)), tf.constant(warmUp));
    Operand<TInt32> steps = tf.math.add(time, warmUpSteps);
    var reading = new RecurrentLoop.Reading(samples, tf.constant(-warmUp), batch, steps);
    return tf.stridedSlice(loop(true).outputs(graph, tf, reading), Indices.sliceFrom(warmUp));
  }

  /** Steps through the windows of all time steps at once, one row for each. */
  private Operand<TFloat32> windowed(
      int window, Operand<TFloat32> samples, Operand<TInt32> batch, Operand<TInt32> time) {
    Operand<TInt32> before = tf.constant(window - 1);
    Operand<TInt32> positions =
        tf.range(tf.math.neg(before), tf.math.sub(time, before), tf.constant(1));
    Operand<TInt32> rows = tf.math.mul(batch, time);
    var reading = new RecurrentLoop.Reading(samples, positions, rows, tf.constant(window));
    return loop(false).outputs(graph, tf, reading);
  }

  private RecurrentLoop loop(boolean keepsSteps) {
    return new RecurrentLoop(model.config().cell(), model.weights().layers(), keepsSteps);
  }

  private Operand<TFloat32> flattened(Operand<TFloat32> outputs) {
    List<LstmWeights.Layer> layers = model.weights().layers();
    int units = layers.get(layers.size() - 1).units();
    return tf.reshape(outputs, tf.constant(new int[] {-1, units}));
  }

  private Operand<TFloat32> readOut(Operand<TFloat32> rows) {
    return model
        .weights()
        .readOut()
        .map(
            head -> CellGraph.affine(tf.withSubScope("read_out"), rows, head.kernel(), head.bias()))
        .orElse(rows);
  }

  private Operand<TFloat32> standardized(Operand<TFloat32> motion) {
    return BaseGraph.standardized(
        tf.withSubScope("standardize"), model.inputStandardizer(), motion);
  }

  private Operand<TFloat32> restored(Operand<TFloat32> rows) {
    Standardizer standardizer = model.targetStandardizer();
    Ops scope = tf.withSubScope("restore");
    Operand<TFloat32> scale = scope.constant(standardizer.scales());
    Operand<TFloat32> offset = scope.constant(standardizer.offsets());
    return scope.math.add(scope.math.mul(rows, scale), offset);
  }

  private Operand<TInt32> size(Operand<TInt32> sizes, int axis) {
    return tf.stridedSlice(sizes, Indices.at(axis));
  }

  private Operand<TFloat32> swapBatchAndTime(String name, Operand<TFloat32> series) {
    Operand<TInt32> axes = tf.constant(new int[] {1, 0, 2});
    return tf.withName(name).linalg.transpose(series, axes);
  }
}
