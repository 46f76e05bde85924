package lindyn.lstm.graph;

import java.util.List;
import java.util.Optional;
import lindyn.FloatMatrix;
import lindyn.data.SequenceOrder;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The network's state after the last batch, which sequences of the next one go on from; see {@link
 * LayerStates}.
 *
 * @param numbers shape {@code [rows, batch]}
 */
record CarriedState(Variable<TFloat32> numbers) {

  /** Adds a state of zero to a graph, if sequences go on from each other. */
  static Optional<CarriedState> zero(Upload upload, UnrolledBatch sizes, SequenceOrder sequences) {
    if (sequences == SequenceOrder.RANDOM) {
      return Optional.empty();
    }
    int rows = LayerStates.rows(sizes.shape());
    Variable<TFloat32> numbers =
        upload.tf().variable(Shape.of(rows, sizes.batch()), TFloat32.class);
    upload.to(numbers, new float[rows * sizes.batch()]);
    return Optional.of(new CarriedState(numbers));
  }

  /**
   * Builds the state before a part of the batch.
   *
   * @param goesOn 1 for the part's sequences that go on and 0 for others, shape {@code [1, count]}
   * @param from the part's first sequence
   */
  Operand<TFloat32> before(Ops tf, Operand<TFloat32> goesOn, int from) {
    int rows = FeatureMajor.size(numbers, 0);
    int count = FeatureMajor.size(goesOn, 1);
    return tf.math.mul(new FeatureMajor(tf).part(numbers, 0, from, rows, count), goesOn);
  }

  /**
   * Builds a batch's value; when it is there, the state is that after the batch.
   *
   * @param carried the state, if one is carried
   * @param outcome what comes of the batch
   * @param value a part of it
   */
  static Operand<TFloat32> kept(
      Ops tf,
      Optional<CarriedState> carried,
      LossEngine.Outcome<?> outcome,
      Operand<TFloat32> value) {
    if (carried.isEmpty()) {
      return value;
    }
    Op keep = tf.assign(carried.get().numbers, outcome.state().orElseThrow());
    return tf.withControlDependencies(List.of(keep)).identity(value);
  }

  /**
   * Goes back to an earlier state.
   *
   * @param carried the state, if one is carried
   * @param earlier its numbers, if one was carried
   * @throws IllegalArgumentException if they are of another size, or one is there without the other
   */
  static void restore(
      Upload upload, Optional<CarriedState> carried, Optional<FloatMatrix> earlier) {
    Optional<Shape> found = earlier.map(matrix -> Shape.of(matrix.rows(), matrix.columns()));
    Optional<Shape> expected = carried.map(own -> own.numbers.shape());
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "the state carries " + found + " from batch to batch, expected " + expected);
    }
    carried.ifPresent(own -> upload.to(own.numbers, earlier.orElseThrow().toArray()));
  }
}
