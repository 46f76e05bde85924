package lindyn.lstm;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The arrays that the passes over time write, one per layer. A pass overwrites all that the next
 * one reads, except for what never changes: the ones, and the zeros before the first and after the
 * last step.
 *
 * @param activations a of {@link ForwardPass}: slot t holds 1, the input at step t, and the output
 *     at step t−1; shape {@code [1 + inputs + units, timeSteps + 1, batch]}
 * @param deltas derivatives with respect to the products Wᵀa of the same slot, see {@link
 *     BackwardPass}; shape {@code [4 units, timeSteps + 1, batch]}, for the last layer {@code [4
 *     units + joints, timeSteps + 1, batch]}
 * @param derivatives local derivatives of every step, see {@link CellStep}; shape {@code [6 units,
 *     timeSteps, batch]}
 */
record WorkArrays(
    List<Operand<TFloat32>> activations,
    List<Operand<TFloat32>> deltas,
    List<Operand<TFloat32>> derivatives) {

  /** Builds the arrays before the first pass. */
  static WorkArrays initial(Ops tf, UnrolledBatch sizes) {
    var arrays = new FeatureMajor(tf);
    LstmShape shape = sizes.shape();
    int steps = sizes.timeSteps();
    int batch = sizes.batch();
    var initial = new WorkArrays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int l = 0; l < shape.layers(); l++) {
      int units = shape.units(l);
      Operand<TFloat32> ones = arrays.ones(1, steps + 1, batch);
      Operand<TFloat32> zeros = arrays.zeros(shape.inputsOf(l) + units, steps + 1, batch);
      initial.activations.add(arrays.stack(List.of(ones, zeros)));
      initial.deltas.add(arrays.zeros(productsOf(shape, l), steps + 1, batch));
      initial.derivatives.add(arrays.zeros(CellStep.DERIVATIVES * units, steps, batch));
    }
    return initial;
  }

  /** Returns the number of products Wᵀa of a layer: its gates, and above the last the joints. */
  static int productsOf(LstmShape shape, int layer) {
    return 4 * shape.units(layer) + (layer == shape.layers() - 1 ? shape.joints() : 0);
  }

  /** Returns all arrays. */
  List<Operand<TFloat32>> all() {
    List<Operand<TFloat32>> all = new ArrayList<>(activations);
    all.addAll(deltas);
    all.addAll(derivatives);
    return all;
  }

  /** Returns arrays in the order of {@link #all}, of which the last ones may be missing. */
  static WorkArrays of(List<Operand<TFloat32>> all, int layers) {
    return new WorkArrays(
        all.subList(0, layers),
        all.subList(layers, 2 * layers),
        all.subList(2 * layers, all.size()));
  }
}
