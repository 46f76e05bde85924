package lindyn.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The network's pass over time, with a tape for the way back.
 *
 * <p>Layer l at step t (Rueckert et al. 2017, section II-B), with a = [1; input; h′] and primes for
 * the step before:
 *
 * <pre>
 *   z = Wᵀa,   i, f, o = σ(z_i, z_f, z_o),   g = tanh(z_g)
 *   c = f∘c′ + i∘g,   s = tanh(c) or σ(c),   h = o∘s
 * </pre>
 *
 * <p>Everything is {@code [features, timeSteps, batch]}, and all layers run in one iteration of one
 * loop.
 */
final class ForwardPass {

  /** The loop's variables of each layer: h, c, and the two arrays of the tape. */
  private static final int OUTPUT = 0;

  private static final int CELL_STATE = 1;
  private static final int ACTIVATIONS = 2;
  private static final int DERIVATIVES = 3;
  private static final int VARIABLES = 4;

  private final UnrolledBatch sizes;
  private final LstmShape shape;

  ForwardPass(UnrolledBatch sizes) {
    this.sizes = sizes;
    this.shape = sizes.shape();
  }

  /**
   * What the way back needs, one array per layer.
   *
   * @param activations a of every step, with the layer's output at step t in slot t+1; shape {@code
   *     [1 + inputs + units, timeSteps + 1, batch]}
   * @param derivatives local derivatives of every step, see {@link BackwardPass}; shape {@code [6
   *     units, timeSteps, batch]}
   */
  record Tape(List<Operand<TFloat32>> activations, List<Operand<TFloat32>> derivatives) {}

  /**
   * Builds the pass.
   *
   * @param x standardised inputs, shape {@code [timeSteps, batch, inputs]}
   * @param weights kernel {@code [inputs + units, 4 units]} and bias {@code [1, 4 units]} of each
   *     layer
   */
  Tape build(Ops tf, Operand<TFloat32> x, List<Operand<TFloat32>> weights) {
    var arrays = new FeatureMajor(tf);
    Operand<TFloat32> input = arrays.fromRows(x);
    List<Operand<TFloat32>> constants = new ArrayList<>();
    List<Operand<TFloat32>> variables = new ArrayList<>();
    constants.add(input);
    for (int l = 0; l < shape.layers(); l++) {
      constants.add(halveGates(tf, weights.get(2 * l), shape.units(l)));
      constants.add(arrays.transpose(halveGates(tf, weights.get(2 * l + 1), shape.units(l))));
      variables.addAll(initial(arrays, l, input));
    }
    List<Operand<TFloat32>> last =
        new TimeLoop(sizes.name() + "_forward", sizes.timeSteps(), constants, variables)
            .forward(tf, this::step);
    var tape = new Tape(new ArrayList<>(), new ArrayList<>());
    for (int l = 0; l < shape.layers(); l++) {
      tape.activations().add(last.get(VARIABLES * l + ACTIVATIONS));
      tape.derivatives().add(last.get(VARIABLES * l + DERIVATIVES));
    }
    return tape;
  }

  /** Halves the columns of the sigmoid gates, so that one tanh serves all four. */
  private static Operand<TFloat32> halveGates(Ops tf, Operand<TFloat32> weights, int units) {
    return tf.math.mul(weights, tf.constant(gateRow(units, 0.5f, 1f)));
  }

  /** Numbers for the columns of i, f, o and of g. */
  static float[] gateRow(int units, float sigmoidGates, float candidate) {
    float[] row = new float[4 * units];
    Arrays.fill(row, 0, 3 * units, sigmoidGates);
    Arrays.fill(row, 3 * units, 4 * units, candidate);
    return row;
  }

  /** One layer's variables before the first step; layer 0 has its inputs in place already. */
  private List<Operand<TFloat32>> initial(FeatureMajor arrays, int layer, Operand<TFloat32> input) {
    int units = shape.units(layer);
    int steps = sizes.timeSteps();
    int batch = sizes.batch();
    List<Operand<TFloat32>> rows = new ArrayList<>();
    rows.add(arrays.ones(1, steps + 1, batch));
    if (layer == 0) {
      rows.add(arrays.thenTimeSteps(input, arrays.zeros(shape.inputs(), 1, batch)));
      rows.add(arrays.zeros(units, steps + 1, batch));
    } else {
      rows.add(arrays.zeros(shape.inputsOf(layer) + units, steps + 1, batch));
    }
    return List.of(
        arrays.zeros(units, batch),
        arrays.zeros(units, batch),
        arrays.stack(rows),
        arrays.zeros(CellStep.DERIVATIVES * units, steps, batch));
  }

  private List<Operand<TFloat32>> step(
      Ops tf,
      Operand<TInt32> t,
      List<Operand<TFloat32>> constants,
      List<Operand<TFloat32>> variables) {
    var arrays = new FeatureMajor(tf);
    Operand<TInt32> nextSlot = tf.math.add(t, tf.constant(1));
    List<Operand<TFloat32>> next = new ArrayList<>(variables);
    Operand<TFloat32> below = arrays.at(constants.get(0), 0, shape.inputs(), t);
    for (int l = 0; l < shape.layers(); l++) {
      int first = VARIABLES * l;
      Operand<TFloat32> seen = arrays.stack(List.of(below, next.get(first + OUTPUT)));
      Operand<TFloat32> z =
          tf.math.add(
              arrays.productTransposedFirst(constants.get(1 + 2 * l), seen),
              constants.get(2 + 2 * l));
      CellStep cell = CellStep.build(tf, sizes.cell(), z, next.get(first + CELL_STATE));
      next.set(first + OUTPUT, cell.output());
      next.set(first + CELL_STATE, cell.cellState());
      next.set(
          first + ACTIVATIONS,
          arrays.put(
              next.get(first + ACTIVATIONS), cell.output(), 1 + shape.inputsOf(l), nextSlot));
      next.set(
          first + DERIVATIVES, arrays.put(next.get(first + DERIVATIVES), cell.derivatives(), 0, t));
      if (l + 1 < shape.layers()) {
        int above = VARIABLES * (l + 1) + ACTIVATIONS;
        next.set(above, arrays.put(next.get(above), cell.output(), 1, t));
      }
      below = cell.output();
    }
    return next;
  }
}
