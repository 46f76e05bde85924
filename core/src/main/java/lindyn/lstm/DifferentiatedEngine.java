package lindyn.lstm;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow's operations as they are, differentiated by TensorFlow.
 *
 * @param layers how a layer is computed
 */
record DifferentiatedEngine(Layers layers) implements LossEngine {

  /** Computes one layer. */
  sealed interface Layers permits BlockLayers, UnrolledLayers {

    /**
     * Builds a layer's outputs, shape {@code [timeSteps, batch, units]}.
     *
     * @param x its inputs, shape {@code [timeSteps, batch, inputs]}
     * @param kernel shape {@code [inputs + units, 4 units]}
     * @param bias shape {@code [1, 4 units]}
     */
    Operand<TFloat32> outputs(
        Ops tf,
        UnrolledBatch sizes,
        Operand<TFloat32> x,
        Operand<TFloat32> kernel,
        Operand<TFloat32> bias);
  }

  @Override
  public LossSums sums(Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    Operand<TFloat32> errors = errors(tf, sizes, batch, weights);
    Operand<TFloat32> byJoint = tf.reduceSum(tf.math.square(errors), tf.constant(new int[] {0, 1}));
    Operand<TFloat32> all = tf.reduceSum(byJoint, tf.constant(0));
    return LossSums.of(
        tf,
        sizes.shape(),
        tf.reduceSum(batch.mask(), tf.constant(new int[] {0, 1})),
        byJoint,
        List.of(tf.gradients(all, List.of(weights)).dy(0)));
  }

  @Override
  public Operand<TFloat32> squaredErrors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    Operand<TFloat32> squares = tf.math.square(errors(tf, sizes, batch, weights));
    return tf.linalg.transpose(
        tf.reduceSum(squares, tf.constant(0)), tf.constant(new int[] {1, 0}));
  }

  /** Prediction minus target where the mask is 1, shape {@code [timeSteps, batch, joints]}. */
  private Operand<TFloat32> errors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    LstmShape shape = sizes.shape();
    List<Operand<TFloat32>> matrices = WeightVector.matrices(tf, shape, weights);
    Operand<TFloat32> h = batch.x(tf);
    for (int l = 0; l < shape.layers(); l++) {
      h = layers.outputs(tf, sizes, h, matrices.get(2 * l), matrices.get(2 * l + 1));
    }
    if (shape.linearReadOut()) {
      int readOut = 2 * shape.layers();
      h = readOut(tf, sizes, h, matrices.get(readOut), matrices.get(readOut + 1));
    }
    Operand<TFloat32> mask =
        tf.reshape(batch.mask(), tf.constant(new int[] {sizes.timeSteps(), sizes.batch(), 1}));
    return tf.math.mul(tf.math.sub(h, batch.y(tf)), mask);
  }

  private static Operand<TFloat32> readOut(
      Ops tf,
      UnrolledBatch sizes,
      Operand<TFloat32> h,
      Operand<TFloat32> kernel,
      Operand<TFloat32> bias) {
    LstmShape shape = sizes.shape();
    int samples = sizes.timeSteps() * sizes.batch();
    int units = shape.units(shape.layers() - 1);
    Operand<TFloat32> rows = tf.reshape(h, tf.constant(new int[] {samples, units}));
    return tf.reshape(
        tf.math.add(tf.linalg.matMul(rows, kernel), bias),
        tf.constant(new int[] {sizes.timeSteps(), sizes.batch(), shape.joints()}));
  }
}
