package lindyn.savedmodel;

import java.util.ArrayList;
import java.util.List;
import lindyn.data.History;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import lindyn.model.Signature;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * The graph that predicts one sample of each robot, from what the caller keeps of the samples
 * before. The first column of that state tells whether the motion has begun; a robot whose state is
 * zero is at its first sample, which stands for the ones before it.
 */
final class StepGraph {

  private final TrainedLstm model;
  private final Graph graph;
  private final Ops tf;

  StepGraph(TrainedLstm model, Graph graph) {
    this.model = model;
    this.graph = graph;
    tf = Ops.create(graph).withSubScope(Signature.STEP);
  }

  /** A step's result: outputs of the last layer, and what is remembered but the first column. */
  private record Advance(Operand<TFloat32> outputs, Operand<TFloat32> remembered) {}

  /** Adds the operations. */
  void add() {
    Operand<TFloat32> sample = placeholder(Signature.SAMPLE, model.signals().inputs());
    Operand<TFloat32> state = placeholder(Signature.STATE, Signature.stateSize(model));
    Operand<TFloat32> begun = columns(state, 0, 1);
    Operand<TFloat32> remembered = columns(state, 1, Signature.stateSize(model) - 1);
    Advance advance =
        model.config().history() instanceof History.Window window
            ? window(window.timeSteps(), sample, begun, remembered)
            : stream(sample, begun, remembered);
    Operand<TFloat32> one = tf.math.maximum(begun, tf.constant(1f));
    tf.withName(Signature.TAU)
        .identity(new TorqueGraph(model, tf).torques(advance.outputs(), sample));
    tf.withName(Signature.NEXT_STATE).concat(List.of(one, advance.remembered()), tf.constant(1));
  }

  private Operand<TFloat32> placeholder(String name, int columns) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, columns)));
  }

  private Operand<TFloat32> columns(Operand<TFloat32> rows, int from, int count) {
    return tf.slice(rows, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
  }

  private Advance stream(
      Operand<TFloat32> sample, Operand<TFloat32> begun, Operand<TFloat32> remembered) {
    Operand<TFloat32> input = new TorqueGraph(model, tf).standardized(sample);
    var layers = LayersGraph.of(model);
    List<CellGraph.State> before = states(layers.layers(), remembered);
    int warmUp = model.config().history().firstScored();
    List<CellGraph.State> after =
        warmUp == 0
            ? layers.step(tf, input, before)
            : new WarmUpLoop(layers, warmUp).states(graph, tf, input, begun, before);
    List<Operand<TFloat32>> parts = new ArrayList<>();
    for (CellGraph.State state : after) {
      parts.add(state.output());
      parts.add(state.cellState());
    }
    return new Advance(after.get(after.size() - 1).output(), tf.concat(parts, tf.constant(1)));
  }

  private List<CellGraph.State> states(
      List<LstmWeights.Layer> layers, Operand<TFloat32> remembered) {
    List<CellGraph.State> states = new ArrayList<>();
    int from = 0;
    for (LstmWeights.Layer layer : layers) {
      int units = layer.units();
      states.add(
          new CellGraph.State(
              columns(remembered, from, units), columns(remembered, from + units, units)));
      from += 2 * units;
    }
    return states;
  }

  private Advance window(
      int length, Operand<TFloat32> sample, Operand<TFloat32> begun, Operand<TFloat32> remembered) {
    int inputs = model.signals().inputs();
    Operand<TFloat32> repeated = tf.tile(sample, tf.constant(new int[] {1, length - 1}));
    Operand<TBool> isBegun = tf.math.greater(begun, tf.constant(0f));
    Operand<TFloat32> before = tf.select(isBegun, remembered, repeated);
    Operand<TFloat32> window = tf.concat(List.of(before, sample), tf.constant(1));
    Operand<TFloat32> samples =
        tf.linalg.transpose(
            tf.reshape(window, tf.constant(new int[] {-1, length, inputs})),
            tf.constant(new int[] {1, 0, 2}));
    var reading =
        new RecurrentLoop.Reading(
            new TorqueGraph(model, tf).standardized(samples),
            tf.constant(0),
            tf.stridedSlice(tf.shape(sample), Indices.at(0)),
            tf.constant(length));
    var loop = new RecurrentLoop(LayersGraph.of(model), Signature.STEP, false);
    return new Advance(
        loop.outputs(graph, tf, reading), columns(window, inputs, (length - 1) * inputs));
  }
}
