package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a batch tells about the loss, as sums over its scored samples: the sums of two batches add
 * up to those of both together, wherever they were computed.
 *
 * @param shape the network
 * @param vector the number of samples; the squared errors of each joint; the derivatives of all
 *     squared errors with respect to the weights, as in {@link WeightVector}
 */
record LossSums(LstmShape shape, Operand<TFloat32> vector) {

  /** Puts sums together, {@code []}, {@code [joints]} and matrices like the weights. */
  static LossSums of(
      Ops tf,
      LstmShape shape,
      Operand<TFloat32> samples,
      Operand<TFloat32> squaredErrors,
      List<Operand<TFloat32>> derivatives) {
    List<Operand<TFloat32>> parts = new ArrayList<>(List.of(samples, squaredErrors));
    parts.addAll(derivatives);
    return new LossSums(shape, WeightVector.of(tf, parts));
  }

  /** Builds the sums over two batches. */
  LossSums plus(Ops tf, LossSums other) {
    return new LossSums(shape, tf.math.add(vector, other.vector));
  }

  /** Builds the sums that {@link #losses} needs, alone. */
  LossSums withoutDerivatives(Ops tf) {
    return new LossSums(shape, part(tf, 0, 1 + shape.joints()));
  }

  /**
   * Builds the mean squared error of each joint, shape {@code [joints]}; the loss is their mean.
   */
  Operand<TFloat32> losses(Ops tf) {
    return tf.math.div(part(tf, 1, shape.joints()), part(tf, 0, 1));
  }

  /** Builds the gradient of the loss, as in {@link WeightVector}. */
  Operand<TFloat32> gradient(Ops tf) {
    Operand<TFloat32> terms = tf.math.mul(part(tf, 0, 1), tf.constant((float) shape.joints()));
    return tf.math.div(part(tf, 1 + shape.joints(), shape.parameters()), terms);
  }

  private Operand<TFloat32> part(Ops tf, int from, int count) {
    return tf.slice(vector, tf.constant(new int[] {from}), tf.constant(new int[] {count}));
  }
}
