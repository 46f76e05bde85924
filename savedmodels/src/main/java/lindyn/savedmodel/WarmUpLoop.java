package lindyn.savedmodel;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Steps of a network on one sample: one for the robots whose motion has begun, and the warm-up
 * before it for the others, as a while loop.
 */
final class WarmUpLoop {

  /** The loop variables; the states of the layers follow. */
  private static final int STEP = 0;

  private static final int STEPS = 1;
  private static final int STEPS_OF_ROWS = 2;
  private static final int SAMPLE = 3;
  private static final int FIRST_STATE = 4;

  private final LayersGraph layers;
  private final int warmUp;

  WarmUpLoop(LayersGraph layers, int warmUp) {
    this.layers = layers;
    this.warmUp = warmUp;
  }

  /**
   * Adds the loop to a graph.
   *
   * @param input the standardised sample, shape {@code [rows, inputs]}
   * @param begun 1 where the motion has begun and 0 where not, shape {@code [rows, 1]}
   * @param before what each layer remembers
   * @return what each layer remembers after the sample
   */
  List<CellGraph.State> states(
      Graph graph,
      Ops tf,
      Operand<TFloat32> input,
      Operand<TFloat32> begun,
      List<CellGraph.State> before) {
    Operand<TFloat32> isNew = tf.math.sub(tf.constant(1f), begun);
    Operand<TFloat32> stepsOfRows =
        tf.math.add(tf.math.mul(isNew, tf.constant((float) warmUp)), tf.constant(1f));
    List<Operand<TFloat32>> start = new ArrayList<>();
    start.add(tf.constant(0f));
    start.add(tf.max(stepsOfRows, tf.constant(new int[] {0, 1})));
    start.add(stepsOfRows);
    start.add(input);
    for (CellGraph.State state : before) {
      start.add(state.output());
      start.add(state.cellState());
    }
    Output<?>[] end =
        graph.whileLoop(
            start.stream().map(Operand::asOutput).toArray(Output<?>[]::new),
            WarmUpLoop::condition,
            this::step,
            "warm_up");
    return statesIn(end);
  }

  private static void condition(Graph graph, Output<?>[] variables, Output<?>[] result) {
    result[0] =
        Ops.create(graph).math.less(floats(variables[STEP]), floats(variables[STEPS])).asOutput();
  }

  /** One time step; rows that have taken all theirs stay as they are. */
  private void step(Graph graph, Output<?>[] variables, Output<?>[] next) {
    Ops tf = Ops.create(graph);
    Operand<TFloat32> step = floats(variables[STEP]);
    next[STEP] = tf.math.add(step, tf.constant(1f)).asOutput();
    for (int i = STEPS; i < FIRST_STATE; i++) {
      next[i] = tf.identity(variables[i]).asOutput();
    }
    Operand<TBool> goesOn = tf.math.less(step, floats(variables[STEPS_OF_ROWS]));
    List<CellGraph.State> before = statesIn(variables);
    List<CellGraph.State> after = layers.step(tf, floats(variables[SAMPLE]), before);
    for (int l = 0; l < after.size(); l++) {
      int place = FIRST_STATE + 2 * l;
      next[place] = tf.select(goesOn, after.get(l).output(), before.get(l).output()).asOutput();
      next[place + 1] =
          tf.select(goesOn, after.get(l).cellState(), before.get(l).cellState()).asOutput();
    }
  }

  private static List<CellGraph.State> statesIn(Output<?>[] variables) {
    List<CellGraph.State> states = new ArrayList<>();
    for (int place = FIRST_STATE; place < variables.length; place += 2) {
      states.add(new CellGraph.State(floats(variables[place]), floats(variables[place + 1])));
    }
    return states;
  }

  /** All variables of this loop are float32. */
  @SuppressWarnings("unchecked")
  private static Operand<TFloat32> floats(Output<?> variable) {
    return (Operand<TFloat32>) variable;
  }
}
