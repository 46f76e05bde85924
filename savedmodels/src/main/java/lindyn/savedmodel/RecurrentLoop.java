package lindyn.savedmodel;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * All layers of a network, stepped through time by a while loop of basic operations, which every
 * TensorFlow runtime has.
 *
 * <p>Step k reads the samples of the time steps {@code max(positions + k, 0)}. One position follows
 * a motion from there on; a vector of positions runs one window for each of them, as further rows
 * of the batch.
 */
final class RecurrentLoop {

  /** The loop variables; the states of the layers follow, then the list of outputs if kept. */
  private static final int STEP = 0;

  private static final int STEPS = 1;
  private static final int POSITIONS = 2;
  private static final int SAMPLES = 3;
  private static final int FIRST_STATE = 4;

  private final LayersGraph network;
  private final List<LstmWeights.Layer> layers;
  private final String name;
  private final boolean keepsSteps;

  /**
   * Describes a loop.
   *
   * @param name differs from that of any other loop in the graph
   * @param keepsSteps whether the outputs of every step are kept, or of the last one alone
   */
  RecurrentLoop(LayersGraph network, String name, boolean keepsSteps) {
    this.network = network;
    layers = network.layers();
    this.name = name;
    this.keepsSteps = keepsSteps;
  }

  /**
   * What a loop reads.
   *
   * @param samples standardised inputs, shape {@code [time, batch, inputs]}
   * @param positions time steps that the first step reads, a number or a vector
   * @param rows rows of the states: batch times the number of positions
   * @param steps how many steps the loop takes
   */
  record Reading(
      Operand<TFloat32> samples,
      Operand<TInt32> positions,
      Operand<TInt32> rows,
      Operand<TInt32> steps) {}

  /**
   * Adds the loop to a graph, from zero states.
   *
   * @return the last layer's outputs, shape {@code [steps, rows, units]}, or {@code [rows, units]}
   *     of the last step
   */
  Operand<TFloat32> outputs(Graph graph, Ops tf, Reading reading) {
    Output<?>[] start =
        start(tf, reading).stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    Output<?>[] end = graph.whileLoop(start, this::condition, this::step, name);
    if (!keepsSteps) {
      return cast(end[FIRST_STATE + 2 * (layers.size() - 1)]);
    }
    Operand<TInt32> sizes = sizes(tf, reading.rows(), layers.get(layers.size() - 1));
    return tf.tensorListStack(cast(end[end.length - 1]), sizes, TFloat32.class);
  }

  private List<Operand<?>> start(Ops tf, Reading reading) {
    List<Operand<?>> variables = new ArrayList<>();
    variables.add(tf.constant(0));
    variables.add(reading.steps());
    variables.add(reading.positions());
    variables.add(reading.samples());
    for (LstmWeights.Layer layer : layers) {
      Operand<TFloat32> zero = tf.fill(sizes(tf, reading.rows(), layer), tf.constant(0f));
      variables.add(zero);
      variables.add(zero);
    }
    if (keepsSteps) {
      Operand<TInt32> sizes = sizes(tf, reading.rows(), layers.get(layers.size() - 1));
      variables.add(tf.tensorListReserve(sizes, reading.steps(), TFloat32.class));
    }
    return variables;
  }

  private static Operand<TInt32> sizes(Ops tf, Operand<TInt32> rows, LstmWeights.Layer layer) {
    return tf.stack(List.of(rows, tf.constant(layer.units())));
  }

  private void condition(Graph graph, Output<?>[] variables, Output<?>[] result) {
    Ops tf = Ops.create(graph);
    Operand<TInt32> step = cast(variables[STEP]);
    Operand<TInt32> steps = cast(variables[STEPS]);
    result[0] = tf.math.less(step, steps).asOutput();
  }

  /** One time step of paper section II-B, through all layers. */
  private void step(Graph graph, Output<?>[] variables, Output<?>[] next) {
    Ops tf = Ops.create(graph);
    Operand<TInt32> step = cast(variables[STEP]);
    next[STEP] = tf.math.add(step, tf.constant(1)).asOutput();
    for (int i = STEPS; i < FIRST_STATE; i++) {
      next[i] = tf.identity(variables[i]).asOutput();
    }
    Operand<TFloat32> input =
        samplesAt(tf, step, cast(variables[POSITIONS]), cast(variables[SAMPLES]));
    List<CellGraph.State> states = network.step(tf, input, states(variables));
    for (int l = 0; l < states.size(); l++) {
      int place = FIRST_STATE + 2 * l;
      next[place] = states.get(l).output().asOutput();
      next[place + 1] = states.get(l).cellState().asOutput();
    }
    if (keepsSteps) {
      int list = variables.length - 1;
      Operand<TFloat32> last = states.get(states.size() - 1).output();
      next[list] = tf.tensorListSetItem(cast(variables[list]), step, last).asOutput();
    }
  }

  private List<CellGraph.State> states(Output<?>[] variables) {
    List<CellGraph.State> states = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      int place = FIRST_STATE + 2 * l;
      states.add(new CellGraph.State(cast(variables[place]), cast(variables[place + 1])));
    }
    return states;
  }

  private Operand<TFloat32> samplesAt(
      Ops tf, Operand<TInt32> step, Operand<TInt32> positions, Operand<TFloat32> samples) {
    Operand<TInt32> timeSteps = tf.math.maximum(tf.math.add(positions, step), tf.constant(0));
    return tf.reshape(
        tf.gather(samples, timeSteps, tf.constant(0)),
        tf.constant(new int[] {-1, layers.get(0).inputs()}));
  }

  /** A loop's variables are of several types; which one each has is fixed by its place. */
  @SuppressWarnings("unchecked")
  private static <T extends TType> Operand<T> cast(Output<?> variable) {
    return (Operand<T>) variable;
  }
}
