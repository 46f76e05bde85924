package lindyn.lstm;

import java.util.List;
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
   * Builds the vector of {@link LossSums}.
   *
   * @param weights see {@link WeightVector}
   * @param work arrays to write to
   */
  Outcome sums(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work) {
    List<Operand<TFloat32>> joined = layers.join(tf, WeightVector.matrices(tf, shape, weights));
    var backward = new BackwardPass(sizes);
    WorkArrays after =
        backward.build(tf, joined, new ForwardPass(sizes).build(tf, batch, joined, work));
    LossSums sums =
        LossSums.of(
            tf,
            shape,
            tf.reduceSum(batch.mask(), tf.constant(new int[] {0, 1})),
            tf.reduceSum(squaredErrors(tf, after), tf.constant(1)),
            layers.split(tf, backward.weightDerivatives(tf, after)));
    return new Outcome(sums.vector(), after);
  }

  /**
   * Builds the squared errors of each joint and sequence, summed over time; shape {@code [joints,
   * batch]}.
   */
  Outcome squaredErrors(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work) {
    List<Operand<TFloat32>> joined = layers.join(tf, WeightVector.matrices(tf, shape, weights));
    WorkArrays after = new ForwardPass(sizes).build(tf, batch, joined, work);
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
