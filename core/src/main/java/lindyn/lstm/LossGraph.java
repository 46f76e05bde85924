package lindyn.lstm;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The mean squared error of a batch and its gradients, as one graph.
 *
 * <p>The loss is the mean over scored samples and joints of (prediction − target)², on standardised
 * numbers (Rueckert et al. 2017, eq. 1). Scored steps before a trajectory's first sample are
 * masked.
 */
final class LossGraph {

  private final UnrolledBatch sizes;
  private final LstmShape shape;

  LossGraph(UnrolledBatch sizes) {
    this.sizes = sizes;
    this.shape = sizes.shape();
  }

  /**
   * The loss and its derivatives.
   *
   * @param losses mean squared error of each joint, shape {@code [joints]}; the loss is their mean
   * @param gradients one per weight matrix, in the order and shapes of {@link LstmWeights#matrices}
   */
  record Gradients(Operand<TFloat32> losses, List<Operand<TFloat32>> gradients) {}

  /**
   * A batch.
   *
   * @param x standardised inputs, shape {@code [timeSteps, batch, inputs]}
   * @param y standardised torques of the scored steps, shape {@code [scoredSteps, batch, joints]}
   * @param mask 1 for scored steps that count and 0 for others, shape {@code [scoredSteps, batch]}
   */
  record Batch(Operand<TFloat32> x, Operand<TFloat32> y, Operand<TFloat32> mask) {}

  /**
   * Builds the loss and its gradients.
   *
   * @param weights the matrices of {@link LstmWeights#matrices}
   */
  Gradients gradients(Ops tf, Batch batch, List<Operand<TFloat32>> weights) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> layers = weights.subList(0, 2 * shape.layers());
    ForwardPass.Tape tape = new ForwardPass(sizes).build(tf, batch.x(), layers);
    Operand<TFloat32> h = scoredOutputs(arrays, tape);
    Operand<TFloat32> error = error(tf, h, batch, weights);
    Operand<TFloat32> samples = tf.reduceSum(batch.mask(), tf.constant(new int[] {0, 1}));
    Operand<TFloat32> losses =
        tf.math.div(tf.reduceSum(tf.math.square(error), tf.constant(1)), samples);
    Operand<TFloat32> delta =
        tf.math.mul(error, tf.math.div(tf.constant(2f / shape.joints()), samples));
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    Operand<TFloat32> outputDelta = delta;
    if (shape.linearReadOut()) {
      outputDelta = tf.linalg.matMul(weights.get(layers.size()), delta);
    }
    gradients.addAll(
        new BackwardPass(sizes).build(tf, tape, layers, fromScored(arrays, outputDelta)));
    if (shape.linearReadOut()) {
      gradients.add(arrays.productTransposedSecond(h, delta));
      gradients.add(arrays.reshape(tf.reduceSum(delta, tf.constant(1)), 1, shape.joints()));
    }
    return new Gradients(losses, gradients);
  }

  /**
   * Builds the sums of squared errors of each joint and sequence, shape {@code [joints, batch]};
   * parameters as in {@link #gradients}.
   */
  Operand<TFloat32> squaredErrors(Ops tf, Batch batch, List<Operand<TFloat32>> weights) {
    var arrays = new FeatureMajor(tf);
    ForwardPass.Tape tape =
        new ForwardPass(sizes).build(tf, batch.x(), weights.subList(0, 2 * shape.layers()));
    Operand<TFloat32> error = error(tf, scoredOutputs(arrays, tape), batch, weights);
    Operand<TFloat32> bySequence =
        arrays.reshape(error, shape.joints(), sizes.scoredSteps(), sizes.batch());
    return tf.reduceSum(tf.math.square(bySequence), tf.constant(1));
  }

  /** The last layer's outputs at the scored steps, shape {@code [units, scoredSamples]}. */
  private Operand<TFloat32> scoredOutputs(FeatureMajor arrays, ForwardPass.Tape tape) {
    int top = shape.layers() - 1;
    int units = shape.units(top);
    // The output at step t lies in slot t + 1.
    Operand<TFloat32> scored =
        arrays.block(
            tape.activations().get(top), 1 + shape.inputsOf(top), units, sizes.firstScored() + 1);
    return arrays.reshape(scored, units, sizes.scoredSamples());
  }

  /** Prediction minus target where the mask is 1, shape {@code [joints, scoredSamples]}. */
  private Operand<TFloat32> error(
      Ops tf, Operand<TFloat32> h, Batch batch, List<Operand<TFloat32>> weights) {
    var arrays = new FeatureMajor(tf);
    Operand<TFloat32> target =
        arrays.reshape(arrays.fromRows(batch.y()), shape.joints(), sizes.scoredSamples());
    Operand<TFloat32> error = tf.math.sub(prediction(tf, h, weights), target);
    return tf.math.mul(error, arrays.reshape(batch.mask(), 1, sizes.scoredSamples()));
  }

  private Operand<TFloat32> prediction(
      Ops tf, Operand<TFloat32> h, List<Operand<TFloat32>> weights) {
    if (!shape.linearReadOut()) {
      return h;
    }
    var arrays = new FeatureMajor(tf);
    int readOut = 2 * shape.layers();
    return tf.math.add(
        arrays.productTransposedFirst(weights.get(readOut), h),
        arrays.transpose(weights.get(readOut + 1)));
  }

  /** Derivatives at the scored steps, preceded by zeros for the steps before them. */
  private Operand<TFloat32> fromScored(FeatureMajor arrays, Operand<TFloat32> delta) {
    int units = shape.units(shape.layers() - 1);
    Operand<TFloat32> scored = arrays.reshape(delta, units, sizes.scoredSteps(), sizes.batch());
    if (sizes.firstScored() == 0) {
      return scored;
    }
    return arrays.thenTimeSteps(arrays.zeros(units, sizes.firstScored(), sizes.batch()), scored);
  }
}
