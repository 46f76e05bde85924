package lindyn.lstm.graph;

import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The squared errors of a batch and their derivatives, as a graph of loops over time. */
final class LossGraph {

  private final UnrolledBatch sizes;
  private final Products products;
  private final LstmShape shape;
  private final LayerWeights layers;

  LossGraph(UnrolledBatch sizes, Products products) {
    this.sizes = sizes;
    this.products = products;
    this.shape = sizes.shape();
    this.layers = new LayerWeights(shape);
  }

  /**
   * What a batch gives.
   *
   * @param results what was asked for; then the state after the last step, see {@link LayerStates},
   *     if the batch has one before the first
   * @param work arrays after the passes
   */
  record Outcome(List<Operand<TFloat32>> results, WorkArrays work) {}

  /**
   * Builds the vector of {@link LossSums}.
   *
   * @param weights see {@link WeightVector}
   * @param work arrays to write to
   */
  Outcome sums(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work) {
    List<Operand<TFloat32>> joined = layers.join(tf, WeightVector.matrices(tf, shape, weights));
    var backward = new BackwardPass(sizes, products);
    ForwardPass.Tape tape = new ForwardPass(sizes, products).build(tf, batch, joined, work);
    WorkArrays after = backward.build(tf, joined, tape.work());
    LossSums sums =
        LossSums.of(
            tf,
            shape,
            tf.reduceSum(batch.mask(), tf.constant(new int[] {0, 1})),
            tf.reduceSum(squaredErrors(tf, after), tf.constant(1)),
            layers.split(tf, backward.weightDerivatives(tf, after)));
    return new Outcome(withState(tf, sums.vector(), batch, tape), after);
  }

  /**
   * Builds the squared errors of each joint and sequence, summed over time; shape {@code [joints,
   * batch]}.
   */
  Outcome squaredErrors(Ops tf, Batch batch, Operand<TFloat32> weights, WorkArrays work) {
    List<Operand<TFloat32>> joined = layers.join(tf, WeightVector.matrices(tf, shape, weights));
    ForwardPass.Tape tape = new ForwardPass(sizes, products).build(tf, batch, joined, work);
    return new Outcome(withState(tf, squaredErrors(tf, tape.work()), batch, tape), tape.work());
  }

  private List<Operand<TFloat32>> withState(
      Ops tf, Operand<TFloat32> result, Batch batch, ForwardPass.Tape tape) {
    return batch.state().isEmpty()
        ? List.of(result)
        : List.of(result, tape.state(tf, sizes).matrix(tf));
  }

  private Operand<TFloat32> squaredErrors(Ops tf, WorkArrays work) {
    Operand<TFloat32> last = work.deltas().get(shape.layers() - 1);
    int firstRow = FeatureMajor.size(last, 0) - shape.joints();
    Operand<TFloat32> deltas = new FeatureMajor(tf).features(last, firstRow, shape.joints());
    Operand<TFloat32> errors = tf.math.mul(deltas, tf.constant(0.5f));
    return tf.reduceSum(tf.math.square(errors), tf.constant(1));
  }
}
