package lindyn.lstm;

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

  /** Adds a state of zero to a graph. */
  static CarriedState zero(Upload upload, UnrolledBatch sizes) {
    int rows = LayerStates.rows(sizes.shape());
    Variable<TFloat32> numbers =
        upload.tf().variable(Shape.of(rows, sizes.batch()), TFloat32.class);
    upload.to(numbers, new float[rows * sizes.batch()]);
    return new CarriedState(numbers);
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
   * Builds what makes the state that of the next batch.
   *
   * @param after shape {@code [rows, batch]}
   */
  Op become(Ops tf, Operand<TFloat32> after) {
    return tf.assign(numbers, after);
  }
}
