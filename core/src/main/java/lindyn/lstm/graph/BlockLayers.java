package lindyn.lstm.graph;

import java.util.List;
import lindyn.lstm.graph.DifferentiatedEngine.Series;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.BlockLSTM;
import org.tensorflow.op.nn.BlockLSTMGrad;
import org.tensorflow.types.TFloat32;

/** TensorFlow's fused operation for all steps of a layer; it knows h = o∘tanh(c) only. */
record BlockLayers() implements DifferentiatedEngine.Layers {

  /** The place of h among the operation's outputs. */
  private static final int OUTPUTS = 6;

  static {
    // TensorFlow has the gradient's kernel, but only Python knows that it belongs to this
    // operation.
    TensorFlow.registerCustomGradient(BlockLSTM.OP_NAME, BlockLayers::gradient);
  }

  @Override
  public Series steps(
      Ops tf,
      UnrolledBatch sizes,
      Series before,
      Operand<TFloat32> kernel,
      Operand<TFloat32> bias) {
    int units = FeatureMajor.size(bias, 1) / 4;
    Operand<TFloat32> noPeepholes = tf.constant(new float[units]);
    Operand<TFloat32> flatBias =
        tf.reshape(inBlockOrder(tf, bias), tf.constant(new int[] {4 * units}));
    BlockLSTM<TFloat32> block =
        tf.nn.blockLSTM(
            tf.constant((long) sizes.timeSteps()),
            before.steps(),
            before.c(),
            before.h(),
            inBlockOrder(tf, kernel),
            noPeepholes,
            noPeepholes,
            noPeepholes,
            flatBias,
            BlockLSTM.cellClip(0f));
    return new Series(block.h(), last(tf, sizes, block.h()), last(tf, sizes, block.cs()));
  }

  private static Operand<TFloat32> last(Ops tf, UnrolledBatch sizes, Operand<TFloat32> steps) {
    return tf.gather(steps, tf.constant(sizes.timeSteps() - 1), tf.constant(0));
  }

  /** Changes the order of the gates from i, f, o, g to the operation's i, f, g, o. */
  private static Operand<TFloat32> inBlockOrder(Ops tf, Operand<TFloat32> matrix) {
    List<Output<TFloat32>> gates = tf.split(tf.constant(1), matrix, 4L).output();
    return tf.concat(
        List.of(gates.get(0), gates.get(1), gates.get(3), gates.get(2)), tf.constant(1));
  }

  /**
   * Builds the derivatives with respect to the operation's inputs.
   *
   * @param deltas derivatives with respect to its outputs; only h has any, because nothing else is
   *     used
   */
  private static List<Operand<?>> gradient(Ops tf, GraphOperation op, List<Output<?>> deltas) {
    var in = new BlockLSTM.Inputs<TFloat32>(op);
    BlockLSTM<TFloat32> out = in.getOutputs();
    @SuppressWarnings("unchecked") // as h
    var outputDelta = (Output<TFloat32>) deltas.get(OUTPUTS);
    BlockLSTMGrad<TFloat32> gradient =
        tf.nn.blockLSTMGrad(
            in.seqLenMax,
            in.x,
            in.csPrev,
            in.hPrev,
            in.w,
            in.wci,
            in.wcf,
            in.wco,
            in.b,
            out.i(),
            out.cs(),
            out.f(),
            out.o(),
            out.ci(),
            out.co(),
            out.h(),
            tf.zerosLike(out.cs()),
            outputDelta,
            in.usePeephole);
    return List.of(
        tf.zerosLike(in.seqLenMax),
        gradient.xGrad(),
        gradient.csPrevGrad(),
        gradient.hPrevGrad(),
        gradient.wGrad(),
        gradient.wciGrad(),
        gradient.wcfGrad(),
        gradient.wcoGrad(),
        gradient.bGrad());
  }
}
