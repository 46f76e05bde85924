package lindyn.lstm.graph;

import java.util.Arrays;
import java.util.List;
import lindyn.lstm.LstmConfig;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One layer's cell at one time step, shape {@code [units, batch]} each.
 *
 * @param output h = o∘s
 * @param cellState c = f∘c′ + i∘g
 * @param derivatives what the way back needs, in the order of {@link #build}'s list
 */
record CellStep(
    Operand<TFloat32> output, Operand<TFloat32> cellState, List<Operand<TFloat32>> derivatives) {

  /** Number of local derivatives per unit. */
  static final int DERIVATIVES = 6;

  /**
   * Builds the cell. With s = tanh(c) or σ(c), the local derivatives are
   *
   * <pre>
   *   0: ∂c/∂z_i = g∘i∘(1−i)     3: ∂c/∂z_g = i∘(1−g²)
   *   1: ∂c/∂z_f = c′∘f∘(1−f)    4: ∂h/∂c = o∘s′, s′ = 1−s² or s∘(1−s)
   *   2: ∂h/∂z_o = h∘(1−o)       5: ∂c/∂c′ = f
   * </pre>
   *
   * @param z gates before their activation, those of i, f, o halved; shape {@code [4 units, batch]}
   * @param before cell state c′ of the step before
   */
  static CellStep build(
      Ops tf, LstmConfig.Cell cell, Operand<TFloat32> z, Operand<TFloat32> before) {
    var arrays = new FeatureMajor(tf);
    int units = FeatureMajor.size(before, 0);
    Operand<TFloat32> gates = activate(tf, z, units);
    Operand<TFloat32> i = arrays.rows(gates, 0, units);
    Operand<TFloat32> f = arrays.rows(gates, units, units);
    Operand<TFloat32> o = arrays.rows(gates, 2 * units, units);
    Operand<TFloat32> g = arrays.rows(gates, 3 * units, units);
    Operand<TFloat32> c = tf.math.add(tf.math.mul(i, g), tf.math.mul(f, before));
    boolean isTanh = cell == LstmConfig.Cell.TANH;
    Operand<TFloat32> s = isTanh ? tf.math.tanh(c) : tf.math.sigmoid(c);
    Operand<TFloat32> h = tf.math.mul(o, s);
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> slope =
        isTanh ? tf.math.sub(one, tf.math.mul(s, s)) : tf.math.mul(s, tf.math.sub(one, s));
    return new CellStep(
        h,
        c,
        List.of(
            tf.math.mul(g, tf.math.mul(i, tf.math.sub(one, i))),
            tf.math.mul(before, tf.math.mul(f, tf.math.sub(one, f))),
            tf.math.mul(h, tf.math.sub(one, o)),
            tf.math.mul(i, tf.math.sub(one, tf.math.mul(g, g))),
            tf.math.mul(o, slope),
            f));
  }

  /** Since σ(x) = ½ tanh(x/2) + ½, one tanh over halved gates serves all four. */
  private static Operand<TFloat32> activate(Ops tf, Operand<TFloat32> z, int units) {
    Operand<TFloat32> factor = column(tf, units, 0.5f, 1f);
    Operand<TFloat32> offset = column(tf, units, 0.5f, 0f);
    return tf.math.add(tf.math.mul(tf.math.tanh(z), factor), offset);
  }

  /** Numbers for the rows of i, f, o and of g. */
  private static Operand<TFloat32> column(Ops tf, int units, float sigmoidGates, float candidate) {
    float[] numbers = new float[4 * units];
    Arrays.fill(numbers, 0, 3 * units, sigmoidGates);
    Arrays.fill(numbers, 3 * units, 4 * units, candidate);
    return tf.reshape(tf.constant(numbers), tf.constant(new int[] {numbers.length, 1}));
  }
}
