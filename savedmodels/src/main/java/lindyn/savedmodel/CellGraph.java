package lindyn.savedmodel;

import java.util.List;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One LSTM layer as operations of a graph, its weights as constants. */
final class CellGraph {

  private final LstmConfig.Cell cell;
  private final LstmWeights.Layer layer;
  private final Ops tf;

  CellGraph(LstmConfig.Cell cell, LstmWeights.Layer layer, Ops tf) {
    this.cell = cell;
    this.layer = layer;
    this.tf = tf;
  }

  /**
   * What a layer remembers.
   *
   * @param output h, shape {@code [rows, units]}
   * @param cellState c, shape {@code [rows, units]}
   */
  record State(Operand<TFloat32> output, Operand<TFloat32> cellState) {}

  /**
   * Adds one time step.
   *
   * @param input outputs of the layer below, shape {@code [rows, inputs]}
   */
  State step(Operand<TFloat32> input, State before) {
    Operand<TFloat32> seen = tf.concat(List.of(input, before.output()), tf.constant(1));
    Operand<TFloat32> gates = affine(tf, seen, layer.kernel(), layer.bias());
    List<Output<TFloat32>> parts = tf.split(tf.constant(1), gates, 4L).output();
    Operand<TFloat32> inputGate = tf.math.sigmoid(parts.get(0));
    Operand<TFloat32> forgetGate = tf.math.sigmoid(parts.get(1));
    Operand<TFloat32> outputGate = tf.math.sigmoid(parts.get(2));
    Operand<TFloat32> candidate = tf.math.tanh(parts.get(3));
    Operand<TFloat32> cellState =
        tf.math.add(tf.math.mul(forgetGate, before.cellState()), tf.math.mul(inputGate, candidate));
    return new State(tf.math.mul(outputGate, squashed(cellState)), cellState);
  }

  private Operand<TFloat32> squashed(Operand<TFloat32> cellState) {
    return switch (cell) {
      case TANH -> tf.math.tanh(cellState);
      case SIGMOID -> tf.math.sigmoid(cellState);
    };
  }

  /** Adds {@code rows · kernel + bias}. */
  static Operand<TFloat32> affine(
      Ops tf, Operand<TFloat32> rows, FloatMatrix kernel, FloatMatrix bias) {
    Operand<TFloat32> weights =
        tf.withName("kernel")
            .constant(Shape.of(kernel.rows(), kernel.columns()), DataBuffers.of(kernel.toArray()));
    Operand<TFloat32> offsets = tf.withName("bias").constant(bias.toArray());
    return tf.nn.biasAdd(tf.linalg.matMul(rows, weights), offsets);
  }
}
