package lindyn.lstm.graph;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The samples of a batch in a graph.
 *
 * @param samples standardised inputs, then torques; shape {@code [timeSteps, batch, inputs +
 *     joints]}
 * @param mask 1 for the steps that are scored and 0 for others, shape {@code [timeSteps, batch]}
 * @param state the state before the first step, see {@link LayerStates}; zero if there is none
 * @param inputs number of inputs
 */
record Batch(
    Operand<TFloat32> samples,
    Operand<TFloat32> mask,
    Optional<Operand<TFloat32>> state,
    int inputs) {

  /** Builds the inputs, shape {@code [timeSteps, batch, inputs]}. */
  Operand<TFloat32> x(Ops tf) {
    return columns(tf, 0, inputs);
  }

  /** Builds the torques, shape {@code [timeSteps, batch, joints]}. */
  Operand<TFloat32> y(Ops tf) {
    return columns(tf, inputs, -1);
  }

  /** Builds the state before the first step. */
  LayerStates before(Ops tf, UnrolledBatch sizes) {
    return state
        .map(matrix -> LayerStates.of(tf, sizes.shape(), matrix))
        .orElseGet(() -> LayerStates.zeros(tf, sizes));
  }

  private Operand<TFloat32> columns(Ops tf, int from, int count) {
    return tf.slice(
        samples, tf.constant(new int[] {0, 0, from}), tf.constant(new int[] {-1, -1, count}));
  }
}
