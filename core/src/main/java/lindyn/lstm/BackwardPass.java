package lindyn.lstm;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Back-propagation through time.
 *
 * <p>With δ for derivatives of the loss, a layer receives δh from the layer above (or the
 * prediction) and from its own next step, and δc from its own next step. With the local derivatives
 * of {@link CellStep}:
 *
 * <pre>
 *   δc += δh ∘ ∂h/∂c
 *   δz = [δc ∘ ∂c/∂z_i; δc ∘ ∂c/∂z_f; δh ∘ ∂h/∂z_o; δc ∘ ∂c/∂z_g]
 *   [δinput; δh′] = W δz,   δc′ = δc ∘ ∂c/∂c′
 * </pre>
 *
 * <p>The gradients of the weights are sums over time and batch of a δzᵀ: one matrix product per
 * layer after the loop. The row of ones in a makes its first row the gradient of the bias.
 */
final class BackwardPass {

  /** The loop's variables of each layer: δh, δc and the array of all δz. */
  private static final int OUTPUT = 0;

  private static final int CELL_STATE = 1;
  private static final int GATES = 2;
  private static final int VARIABLES = 3;

  private final UnrolledBatch sizes;
  private final LstmShape shape;

  BackwardPass(UnrolledBatch sizes) {
    this.sizes = sizes;
    this.shape = sizes.shape();
  }

  /**
   * Builds the pass.
   *
   * @param weights kernel and bias of each layer, as in {@link ForwardPass#build}
   * @param outputDeltas δh of the last layer at every step, shape {@code [units, timeSteps, batch]}
   * @return the gradients of the weights, in their order and shapes
   */
  List<Operand<TFloat32>> build(
      Ops tf,
      ForwardPass.Tape tape,
      List<Operand<TFloat32>> weights,
      Operand<TFloat32> outputDeltas) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> constants = new ArrayList<>();
    List<Operand<TFloat32>> variables = new ArrayList<>();
    constants.add(outputDeltas);
    for (int l = 0; l < shape.layers(); l++) {
      int units = shape.units(l);
      constants.add(arrays.rows(weights.get(2 * l), l == 0 ? shape.inputs() : 0, rowsBack(l)));
      constants.add(tape.derivatives().get(l));
      variables.add(arrays.zeros(units, sizes.batch()));
      variables.add(arrays.zeros(units, sizes.batch()));
      variables.add(arrays.zeros(4 * units, sizes.timeSteps() + 1, sizes.batch()));
    }
    List<Operand<TFloat32>> last =
        new TimeLoop(sizes.name() + "_backward", sizes.timeSteps(), constants, variables)
            .backward(tf, this::step);
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      Operand<TFloat32> gates = last.get(VARIABLES * l + GATES);
      gradients.addAll(weightGradients(arrays, l, tape.activations().get(l), gates));
    }
    return gradients;
  }

  /** Rows of the kernel that carry δ back: nothing needs the derivatives of the inputs. */
  private int rowsBack(int layer) {
    return (layer == 0 ? 0 : shape.inputsOf(layer)) + shape.units(layer);
  }

  private List<Operand<TFloat32>> weightGradients(
      FeatureMajor arrays, int layer, Operand<TFloat32> activations, Operand<TFloat32> gates) {
    int rows = 1 + shape.inputsOf(layer) + shape.units(layer);
    int samples = (sizes.timeSteps() + 1) * sizes.batch();
    Operand<TFloat32> sum =
        arrays.productTransposedSecond(
            arrays.reshape(activations, rows, samples),
            arrays.reshape(gates, 4 * shape.units(layer), samples));
    return List.of(arrays.rows(sum, 1, rows - 1), arrays.rows(sum, 0, 1));
  }

  private List<Operand<TFloat32>> step(
      Ops tf,
      Operand<TInt32> t,
      List<Operand<TFloat32>> constants,
      List<Operand<TFloat32>> variables) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> next = new ArrayList<>(variables);
    int top = shape.layers() - 1;
    Operand<TFloat32> above = arrays.at(constants.get(0), 0, shape.units(top), t);
    for (int l = top; l >= 0; l--) {
      int units = shape.units(l);
      int first = VARIABLES * l;
      Operand<TFloat32> local =
          arrays.at(constants.get(2 + 2 * l), 0, CellStep.DERIVATIVES * units, t);
      Operand<TFloat32> dh = tf.math.add(next.get(first + OUTPUT), above);
      Operand<TFloat32> dc =
          tf.math.add(
              next.get(first + CELL_STATE), tf.math.mul(dh, arrays.rows(local, 4 * units, units)));
      Operand<TFloat32> dz =
          arrays.once(
              arrays.stack(
                  List.of(
                      tf.math.mul(dc, arrays.rows(local, 0, units)),
                      tf.math.mul(dc, arrays.rows(local, units, units)),
                      tf.math.mul(dh, arrays.rows(local, 2 * units, units)),
                      tf.math.mul(dc, arrays.rows(local, 3 * units, units)))));
      Operand<TFloat32> back = arrays.once(tf.linalg.matMul(constants.get(1 + 2 * l), dz));
      next.set(first + OUTPUT, arrays.rows(back, rowsBack(l) - units, units));
      next.set(first + CELL_STATE, tf.math.mul(dc, arrays.rows(local, 5 * units, units)));
      next.set(first + GATES, arrays.put(next.get(first + GATES), dz, 0, t));
      if (l > 0) {
        above = arrays.rows(back, 0, shape.inputsOf(l));
      }
    }
    return next;
  }
}
