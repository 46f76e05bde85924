package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The arrays that the passes over time write, one per layer. A pass overwrites all that the next
 * one reads, except for what never changes: the ones, and the zeros before the first step, where no
 * state is carried, and after the last one.
 *
 * @param activations a of {@link ForwardPass}: slot t holds 1, the input at step t, and the output
 *     at step t−1; shape {@code [1 + inputs + units, timeSteps + 1, batch]}
 * @param deltas derivatives with respect to the products Wᵀa of the same slot, see {@link
 *     BackwardPass}: of the gates, shape {@code [4 units, timeSteps + 1, batch]}, then in the last
 *     layer of the joints, shape {@code [joints, timeSteps + 1, batch]}
 * @param derivatives local derivatives of every step, see {@link CellStep}; shape {@code [6 units,
 *     timeSteps, batch]}
 */
record WorkArrays(
    List<Operand<TFloat32>> activations,
    List<Operand<TFloat32>> deltas,
    List<Operand<TFloat32>> derivatives) {

  /** Builds the arrays before the first pass forward and backward. */
  static WorkArrays bothWays(Ops tf, UnrolledBatch sizes) {
    return initial(tf, sizes, 4, CellStep.DERIVATIVES);
  }

  /** Builds the arrays before the first pass forward, without room for a way back. */
  static WorkArrays forward(Ops tf, UnrolledBatch sizes) {
    return initial(tf, sizes, 0, 0);
  }

  private static WorkArrays initial(
      Ops tf, UnrolledBatch sizes, int gatesPerUnit, int derivativesPerUnit) {
    var arrays = new FeatureMajor(tf);
    LstmShape shape = sizes.shape();
    int steps = sizes.timeSteps();
    int batch = sizes.batch();
    var initial = new WorkArrays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int l = 0; l < shape.layers(); l++) {
      int units = shape.units(l);
      int joints = l == shape.layers() - 1 ? shape.joints() : 0;
      Operand<TFloat32> ones = arrays.ones(1, steps + 1, batch);
      Operand<TFloat32> zeros = arrays.zeros(shape.inputsOf(l) + units, steps + 1, batch);
      initial.activations.add(arrays.stack(List.of(ones, zeros)));
      initial.deltas.add(arrays.zeros(gatesPerUnit * units + joints, steps + 1, batch));
      initial.derivatives.add(arrays.zeros(derivativesPerUnit * units, steps, batch));
    }
    return initial;
  }

  /** Returns whether there is room for a way back. */
  boolean haveDerivatives() {
    return FeatureMajor.size(derivatives.get(0), 0) > 0;
  }

  /** Returns all arrays. */
  List<Operand<TFloat32>> all() {
    List<Operand<TFloat32>> all = new ArrayList<>(activations);
    all.addAll(deltas);
    all.addAll(derivatives);
    return all;
  }

  /** Returns arrays in the order of {@link #all}. */
  static WorkArrays of(List<Operand<TFloat32>> all) {
    int layers = all.size() / 3;
    return new WorkArrays(
        all.subList(0, layers),
        all.subList(layers, 2 * layers),
        all.subList(2 * layers, 3 * layers));
  }
}
