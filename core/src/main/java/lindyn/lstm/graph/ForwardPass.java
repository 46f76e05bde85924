package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.lstm.LstmShape;
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
 *   [z; p′] = Wᵀa,   i, f, o = σ(z_i, z_f, z_o),   g = tanh(z_g)
 *   c = f∘c′ + i∘g,   s = tanh(c) or σ(c),   h = o∘s
 * </pre>
 *
 * <p>The last layer's product also gives the prediction p′ of the step before, see {@link
 * LayerWeights}; that of the last step follows after the loop. The derivative of the squared errors
 * with respect to p, δp = 2 (p − y) where the mask is 1, takes the place of p on the tape.
 *
 * <p>Everything is {@code [features, timeSteps, batch]}, and all layers run in one iteration of one
 * loop, which finds a in the slots of the tape.
 */
final class ForwardPass {

  private final UnrolledBatch sizes;
  private final Products products;
  private final LstmShape shape;
  private final int layers;

  ForwardPass(UnrolledBatch sizes, Products products) {
    this.sizes = sizes;
    this.products = products;
    this.shape = sizes.shape();
    this.layers = shape.layers();
  }

  /**
   * What the pass leaves.
   *
   * @param work the arrays
   * @param cellStates c of each layer after the last step, shape {@code [units, batch]}
   */
  record Tape(WorkArrays work, List<Operand<TFloat32>> cellStates) {

    /** Builds the state after the last step. */
    LayerStates state(Ops tf, UnrolledBatch sizes) {
      var arrays = new FeatureMajor(tf);
      LstmShape shape = sizes.shape();
      List<Operand<TFloat32>> outputs = new ArrayList<>();
      for (int l = 0; l < shape.layers(); l++) {
        Operand<TInt32> lastSlot = tf.constant(sizes.timeSteps());
        Operand<TFloat32> activations = work.activations().get(l);
        outputs.add(arrays.at(activations, 1 + shape.inputsOf(l), shape.units(l), lastSlot));
      }
      return new LayerStates(outputs, cellStates);
    }
  }

  /**
   * Builds the pass.
   *
   * @param weights see {@link LayerWeights}
   * @param work arrays to write to
   */
  Tape build(Ops tf, Batch batch, List<Operand<TFloat32>> weights, WorkArrays work) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> constants = new ArrayList<>();
    List<Operand<TFloat32>> variables = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      constants.add(halveGates(tf, weights.get(l), shape.units(l)));
    }
    constants.add(afterFirstSlot(arrays, arrays.fromRows(batch.y(tf))));
    constants.add(
        afterFirstSlot(arrays, arrays.reshape(batch.mask(), 1, sizes.timeSteps(), sizes.batch())));
    LayerStates before = batch.before(tf, sizes);
    variables.addAll(before.cellStates());
    variables.addAll(work.all());
    variables.set(layers, arrays.put(variables.get(layers), arrays.fromRows(batch.x(tf)), 1));
    for (int l = 0; l < layers && batch.state().isPresent(); l++) { // else they are zero already
      Operand<TFloat32> activations = variables.get(layers + l);
      Operand<TFloat32> output = before.outputs().get(l);
      variables.set(
          layers + l, arrays.put(activations, output, 1 + shape.inputsOf(l), tf.constant(0)));
    }
    List<Operand<TFloat32>> last =
        new TimeLoop(sizes.name() + "_forward", sizes.timeSteps(), constants, variables)
            .forward(tf, this::step);
    WorkArrays after = WorkArrays.of(last.subList(layers, last.size()));
    return new Tape(withLastPrediction(tf, constants, after), last.subList(0, layers));
  }

  /** Halves the columns of the sigmoid gates, so that one tanh serves all four. */
  private static Operand<TFloat32> halveGates(Ops tf, Operand<TFloat32> weights, int units) {
    float[] factors = new float[FeatureMajor.size(weights, 1)];
    Arrays.fill(factors, 1f);
    Arrays.fill(factors, 0, 3 * units, 0.5f);
    return tf.math.mul(weights, tf.constant(factors));
  }

  /** Moves what belongs to step t to slot t + 1, where its prediction is made. */
  private Operand<TFloat32> afterFirstSlot(FeatureMajor arrays, Operand<TFloat32> steps) {
    Operand<TFloat32> first = arrays.zeros(FeatureMajor.size(steps, 0), 1, sizes.batch());
    return arrays.thenTimeSteps(first, steps);
  }

  private List<Operand<TFloat32>> step(
      Ops tf,
      Operand<TInt32> t,
      List<Operand<TFloat32>> constants,
      List<Operand<TFloat32>> variables) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> states = new ArrayList<>(variables.subList(0, layers));
    List<Operand<TFloat32>> next = new ArrayList<>(variables.subList(layers, variables.size()));
    WorkArrays work = WorkArrays.of(next);
    Operand<TInt32> nextSlot = tf.math.add(t, tf.constant(1));
    for (int l = 0; l < layers; l++) {
      int inputs = shape.inputsOf(l);
      int units = shape.units(l);
      Operand<TFloat32> product = product(tf, constants, work, l, t);
      Operand<TFloat32> z = arrays.rows(product, 0, 4 * units);
      CellStep cell = CellStep.build(tf, sizes.cell(), z, states.get(l));
      states.set(l, cell.cellState());
      work.activations()
          .set(l, arrays.put(work.activations().get(l), cell.output(), 1 + inputs, nextSlot));
      if (l + 1 < layers) {
        work.activations()
            .set(l + 1, arrays.put(work.activations().get(l + 1), cell.output(), 1, t));
      } else {
        putErrors(tf, constants, work, product, t);
      }
      for (int d = 0; d < CellStep.DERIVATIVES && work.haveDerivatives(); d++) {
        Operand<TFloat32> derivative = cell.derivatives().get(d);
        work.derivatives().set(l, arrays.put(work.derivatives().get(l), derivative, d * units, t));
      }
    }
    states.addAll(next);
    return states;
  }

  /** Wᵀa of one layer in one slot. */
  private Operand<TFloat32> product(
      Ops tf, List<Operand<TFloat32>> constants, WorkArrays work, int layer, Operand<TInt32> slot) {
    int rows = 1 + shape.inputsOf(layer) + shape.units(layer);
    Operand<TFloat32> a = new FeatureMajor(tf).at(work.activations().get(layer), 0, rows, slot);
    return products.transposedFirst(tf, constants.get(layer), a);
  }

  /** Puts δp of the step before a slot next to the slot's δz. */
  private void putErrors(
      Ops tf,
      List<Operand<TFloat32>> constants,
      WorkArrays work,
      Operand<TFloat32> product,
      Operand<TInt32> slot) {
    var arrays = new FeatureMajor(tf);
    int top = layers - 1;
    int joints = shape.joints();
    Operand<TFloat32> deltas = work.deltas().get(top);
    Operand<TFloat32> prediction = arrays.rows(product, 4 * shape.units(top), joints);
    Operand<TFloat32> target = arrays.at(constants.get(layers), 0, joints, slot);
    Operand<TFloat32> mask = arrays.at(constants.get(layers + 1), 0, 1, slot);
    Operand<TFloat32> delta =
        tf.math.mul(tf.math.sub(prediction, target), tf.math.mul(mask, tf.constant(2f)));
    int firstRow = FeatureMajor.size(deltas, 0) - joints;
    work.deltas().set(top, arrays.put(deltas, delta, firstRow, slot));
  }

  private WorkArrays withLastPrediction(
      Ops tf, List<Operand<TFloat32>> constants, WorkArrays work) {
    Operand<TInt32> lastSlot = tf.constant(sizes.timeSteps());
    Operand<TFloat32> product = product(tf, constants, work, layers - 1, lastSlot);
    putErrors(tf, constants, work, product, lastSlot);
    return work;
  }
}
