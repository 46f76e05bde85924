package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmShape;
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
     * Builds a layer's steps.
     *
     * @param before the layer's inputs, and its state before the first step
     * @param kernel shape {@code [inputs + units, 4 units]}
     * @param bias shape {@code [1, 4 units]}
     * @return its outputs, and its state after the last step
     */
    Series steps(
        Ops tf,
        UnrolledBatch sizes,
        Series before,
        Operand<TFloat32> kernel,
        Operand<TFloat32> bias);
  }

  /**
   * What goes into a layer or comes out of it.
   *
   * @param steps shape {@code [timeSteps, batch, inputs or units]}
   * @param h the layer's output at one step, shape {@code [batch, units]}
   * @param c its cell state at that step, shape {@code [batch, units]}
   */
  record Series(Operand<TFloat32> steps, Operand<TFloat32> h, Operand<TFloat32> c) {}

  /**
   * What comes of a batch.
   *
   * @param errors prediction minus target where the mask is 1, shape {@code [timeSteps, batch,
   *     joints]}
   * @param last the state after the last step
   */
  private record Pass(Operand<TFloat32> errors, LayerStates last) {}

  /**
   * {@inheritDoc}
   *
   * <p>As a function, since TensorFlow builds derivatives without a device: those of a function are
   * where it is called, others would be on the first device.
   */
  @Override
  public Outcome<LossSums> sums(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    Outcome<Operand<TFloat32>> vector =
        BatchCall.add(
            tf,
            FunctionCall.Mode.INTERPRETED,
            sizes.name(),
            batch,
            weights,
            List.of(),
            (f, inside, insideWeights, none) -> sumsInside(f, sizes, inside, insideWeights));
    return new Outcome<>(new LossSums(sizes.shape(), vector.value()), vector.state());
  }

  /** Builds the vector of {@link LossSums}, then the state if one is carried. */
  private List<Operand<TFloat32>> sumsInside(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    Pass pass = pass(tf, sizes, batch, weights);
    Operand<TFloat32> byJoint =
        tf.reduceSum(tf.math.square(pass.errors()), tf.constant(new int[] {0, 1}));
    Operand<TFloat32> all = tf.reduceSum(byJoint, tf.constant(0));
    LossSums sums =
        LossSums.of(
            tf,
            sizes.shape(),
            tf.reduceSum(batch.mask(), tf.constant(new int[] {0, 1})),
            byJoint,
            List.of(tf.gradients(all, List.of(weights)).dy(0)));
    return batch.state().isPresent()
        ? List.of(sums.vector(), pass.last().matrix(tf))
        : List.of(sums.vector());
  }

  @Override
  public Outcome<Operand<TFloat32>> squaredErrors(
      Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    Pass pass = pass(tf, sizes, batch, weights);
    Operand<TFloat32> squares = tf.math.square(pass.errors());
    return new Outcome<>(
        transposed(tf, tf.reduceSum(squares, tf.constant(0))),
        batch.state().map(before -> pass.last().matrix(tf)));
  }

  private Pass pass(Ops tf, UnrolledBatch sizes, Batch batch, Operand<TFloat32> weights) {
    LstmShape shape = sizes.shape();
    List<Operand<TFloat32>> matrices = WeightVector.matrices(tf, shape, weights);
    LayerStates before = batch.before(tf, sizes);
    var after = new LayerStates(new ArrayList<>(), new ArrayList<>());
    Operand<TFloat32> steps = batch.x(tf);
    for (int l = 0; l < shape.layers(); l++) {
      Operand<TFloat32> h = transposed(tf, before.outputs().get(l));
      Operand<TFloat32> c = transposed(tf, before.cellStates().get(l));
      var input = new Series(steps, h, c);
      Series output = layers.steps(tf, sizes, input, matrices.get(2 * l), matrices.get(2 * l + 1));
      steps = output.steps();
      after.outputs().add(transposed(tf, output.h()));
      after.cellStates().add(transposed(tf, output.c()));
    }
    if (shape.linearReadOut()) {
      int readOut = 2 * shape.layers();
      steps = readOut(tf, sizes, steps, matrices.get(readOut), matrices.get(readOut + 1));
    }
    Operand<TFloat32> mask =
        tf.reshape(batch.mask(), tf.constant(new int[] {sizes.timeSteps(), sizes.batch(), 1}));
    return new Pass(tf.math.mul(tf.math.sub(steps, batch.y(tf)), mask), after);
  }

  private static Operand<TFloat32> transposed(Ops tf, Operand<TFloat32> matrix) {
    return tf.linalg.transpose(matrix, tf.constant(new int[] {1, 0}));
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
