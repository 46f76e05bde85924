package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Back-propagation through time.
 *
 * <p>With δ for derivatives of the squared errors, a layer receives δh from the layer above, or
 * from the prediction, and from its own next step, and δc from its own next step. With the local
 * derivatives of {@link CellStep}:
 *
 * <pre>
 *   δc += δh ∘ ∂h/∂c
 *   δz = [δc ∘ ∂c/∂z_i; δc ∘ ∂c/∂z_f; δh ∘ ∂h/∂z_o; δc ∘ ∂c/∂z_g]
 *   [δinput; δh′] = W [δz; δp′],   δc′ = δc ∘ ∂c/∂c′
 * </pre>
 *
 * <p>where δp′, which only the last layer has, is that of the step before, see {@link ForwardPass}.
 *
 * <p>The derivatives of the weights are sums over time and batch of a [δz; δp′]ᵀ: one matrix
 * product per layer after the loop.
 */
final class BackwardPass {

  private final UnrolledBatch sizes;
  private final Products products;
  private final LstmShape shape;
  private final int layers;

  BackwardPass(UnrolledBatch sizes, Products products) {
    this.sizes = sizes;
    this.products = products;
    this.shape = sizes.shape();
    this.layers = shape.layers();
  }

  /**
   * Builds the pass.
   *
   * @param weights see {@link LayerWeights}
   * @param work arrays as the forward pass has left them
   * @return the arrays after the pass
   */
  WorkArrays build(Ops tf, List<Operand<TFloat32>> weights, WorkArrays work) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> constants = new ArrayList<>();
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    List<Operand<TFloat32>> states = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      int firstRow = 1 + shape.inputsOf(l) + shape.units(l) - rowsBack(l);
      constants.add(arrays.rows(weights.get(l), firstRow, rowsBack(l)));
      outputs.add(arrays.zeros(shape.units(l), sizes.batch()));
      states.add(arrays.zeros(shape.units(l), sizes.batch()));
    }
    Operand<TInt32> lastSlot = tf.constant(sizes.timeSteps());
    Operand<TFloat32> back = back(tf, constants, work.deltas(), layers - 1, lastSlot);
    outputs.set(layers - 1, outputDelta(arrays, back, layers - 1));
    constants.addAll(work.derivatives());
    List<Operand<TFloat32>> variables = new ArrayList<>(outputs);
    variables.addAll(states);
    variables.addAll(work.deltas());
    List<Operand<TFloat32>> last =
        new TimeLoop(sizes.name() + "_backward", sizes.timeSteps(), constants, variables)
            .backward(tf, this::step);
    return new WorkArrays(
        work.activations(), last.subList(2 * layers, 3 * layers), work.derivatives());
  }

  /** Rows of W that carry δ back: nothing needs those of the ones and of the network's inputs. */
  private int rowsBack(int layer) {
    return (layer == 0 ? 0 : shape.inputsOf(layer)) + shape.units(layer);
  }

  /** W [δz; δp′] of one layer in one slot. */
  private Operand<TFloat32> back(
      Ops tf,
      List<Operand<TFloat32>> weights,
      List<Operand<TFloat32>> deltas,
      int layer,
      Operand<TInt32> slot) {
    int rows = FeatureMajor.size(deltas.get(layer), 0);
    Operand<TFloat32> delta = new FeatureMajor(tf).at(deltas.get(layer), 0, rows, slot);
    return products.of(tf, weights.get(layer), delta);
  }

  private Operand<TFloat32> outputDelta(FeatureMajor arrays, Operand<TFloat32> back, int layer) {
    return arrays.rows(back, rowsBack(layer) - shape.units(layer), shape.units(layer));
  }

  private List<Operand<TFloat32>> step(
      Ops tf,
      Operand<TInt32> t,
      List<Operand<TFloat32>> constants,
      List<Operand<TFloat32>> variables) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> next = new ArrayList<>(variables);
    List<Operand<TFloat32>> outputs = next.subList(0, layers);
    List<Operand<TFloat32>> states = next.subList(layers, 2 * layers);
    List<Operand<TFloat32>> deltas = next.subList(2 * layers, 3 * layers);
    for (int l = layers - 1; l >= 0; l--) {
      int units = shape.units(l);
      Operand<TFloat32> local =
          arrays.at(constants.get(layers + l), 0, CellStep.DERIVATIVES * units, t);
      Operand<TFloat32> dh = outputs.get(l);
      Operand<TFloat32> dc =
          tf.math.add(states.get(l), tf.math.mul(dh, arrays.rows(local, 4 * units, units)));
      List<Operand<TFloat32>> causes = List.of(dc, dc, dh, dc);
      for (int gate = 0; gate < causes.size(); gate++) {
        Operand<TFloat32> dz =
            tf.math.mul(causes.get(gate), arrays.rows(local, gate * units, units));
        deltas.set(l, arrays.put(deltas.get(l), dz, gate * units, t));
      }
      states.set(l, tf.math.mul(dc, arrays.rows(local, 5 * units, units)));
      Operand<TFloat32> back = back(tf, constants, deltas, l, t);
      outputs.set(l, outputDelta(arrays, back, l));
      if (l > 0) {
        Operand<TFloat32> below = arrays.rows(back, 0, shape.inputsOf(l));
        outputs.set(l - 1, tf.math.add(outputs.get(l - 1), below));
      }
    }
    return next;
  }

  /**
   * Builds the derivatives with respect to each layer's W.
   *
   * @param work arrays as the pass has left them
   */
  List<Operand<TFloat32>> weightDerivatives(Ops tf, WorkArrays work) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> derivatives = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      derivatives.add(
          products.transposedSecond(
              tf,
              arrays.asMatrix(work.activations().get(l)),
              arrays.asMatrix(work.deltas().get(l))));
    }
    return derivatives;
  }
}
