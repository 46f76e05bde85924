package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.DifferentiatedEngine.Series;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The cell's equations step by step in basic operations: slow, but plain to see. */
record UnrolledLayers() implements DifferentiatedEngine.Layers {

  @Override
  public Series steps(
      Ops tf,
      UnrolledBatch sizes,
      Series before,
      Operand<TFloat32> kernel,
      Operand<TFloat32> bias) {
    Operand<TFloat32> h = before.h();
    Operand<TFloat32> c = before.c();
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    for (Output<TFloat32> input : tf.unstack(before.steps(), (long) sizes.timeSteps()).output()) {
      Operand<TFloat32> seen = tf.concat(List.of(input, h), tf.constant(1));
      Operand<TFloat32> z = tf.math.add(tf.linalg.matMul(seen, kernel), bias);
      List<Output<TFloat32>> gates = tf.split(tf.constant(1), z, 4L).output();
      Operand<TFloat32> i = tf.math.sigmoid(gates.get(0));
      Operand<TFloat32> f = tf.math.sigmoid(gates.get(1));
      Operand<TFloat32> o = tf.math.sigmoid(gates.get(2));
      Operand<TFloat32> g = tf.math.tanh(gates.get(3));
      c = tf.math.add(tf.math.mul(f, c), tf.math.mul(i, g));
      h = tf.math.mul(o, squashed(tf, sizes.cell(), c));
      outputs.add(h);
    }
    return new Series(tf.stack(outputs), h, c);
  }

  private static Operand<TFloat32> squashed(
      Ops tf, LstmConfig.Cell cell, Operand<TFloat32> cellState) {
    return switch (cell) {
      case TANH -> tf.math.tanh(cellState);
      case SIGMOID -> tf.math.sigmoid(cellState);
    };
  }
}
