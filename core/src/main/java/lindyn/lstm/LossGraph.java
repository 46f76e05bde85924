package lindyn.lstm;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The squared errors of a batch and their derivatives, as a graph of loops over time. */
final class LossGraph {

  private final UnrolledBatch sizes;
  private final LstmShape shape;
  private final LayerWeights layers;

  LossGraph(UnrolledBatch sizes) {
    this.sizes = sizes;
    this.shape = sizes.shape();
    this.layers = new LayerWeights(shape);
  }

  /**
   * A result and what is left in the work arrays.
   *
   * @param value the result
   * @param work arrays after the passes
   */
  record Outcome(Operand<TFloat32> value, WorkArrays work) {}

  /**
   * Builds the vector of {@link LossSums}; the state after the last step follows in the vector if
   * the batch has one before the first.
   *
   * @param weights see {@link WeightVector}
   * @param work arrays to write to
   */
  Outcome sumsAndState(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work) {
    List<Operand<TFloat32>> joined = layers.join(tf, WeightVector.matrices(tf, shape, weights));
    var backward = new BackwardPass(sizes);
    ForwardPass.Tape tape = new ForwardPass(sizes).build(tf, batch, joined, work);
    WorkArrays after = backward.build(tf, joined, tape.work());
    LossSums sums =
        LossSums.of(
            tf,
            shape,
            tf.reduceSum(batch.mask(), tf.constant(new int[] {0, 1})),
            tf.reduceSum(squaredErrors(tf, after), tf.constant(1)),
            layers.split(tf, backward.weightDerivatives(tf, after)));
    return new Outcome(
        batch.state().isEmpty()
            ? sums.vector()
            : WeightVector.of(tf, List.of(sums.vector(), tape.state(tf, sizes).matrix(tf))),
        after);
  }

  /** Takes the vector of {@link #sumsAndState} apart. */
  static LossEngine.Outcome outcome(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> vector) {
    LstmShape shape = sizes.shape();
    if (batch.state().isEmpty()) {
      return new LossEngine.Outcome(new LossSums(shape, vector), Optional.empty());
    }
    int[] stateAt = {LossSums.size(shape)};
    Operand<TFloat32> sums = tf.slice(vector, tf.constant(new int[] {0}), tf.constant(stateAt));
    Operand<TFloat32> state = tf.slice(vector, tf.constant(stateAt), tf.constant(new int[] {-1}));
    return new LossEngine.Outcome(
        new LossSums(shape, sums),
        Optional.of(new FeatureMajor(tf).reshape(state, LayerStates.rows(shape), sizes.batch())));
  }

  /**
   * Builds the squared errors of each joint and sequence, summed over time; shape {@code [joints,
   * batch]}.
   */
  Outcome squaredErrors(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work) {
    List<Operand<TFloat32>> joined = layers.join(tf, WeightVector.matrices(tf, shape, weights));
    WorkArrays after = new ForwardPass(sizes).build(tf, batch, joined, work).work();
    return new Outcome(squaredErrors(tf, after), after);
  }

  private Operand<TFloat32> squaredErrors(Ops tf, WorkArrays work) {
    Operand<TFloat32> last = work.deltas().get(shape.layers() - 1);
    int firstRow = FeatureMajor.size(last, 0) - shape.joints();
    Operand<TFloat32> deltas = new FeatureMajor(tf).features(last, firstRow, shape.joints());
    Operand<TFloat32> errors = tf.math.mul(deltas, tf.constant(0.5f));
    return tf.reduceSum(tf.math.square(errors), tf.constant(1));
  }
}
