package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.FloatMatrix;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * All weights of a network as one vector: the matrices of {@link LstmWeights#matrices} one after
 * the other, row by row. Thus one operation sums the gradients of several devices, and one updates
 * all weights.
 */
final class WeightVector {

  private WeightVector() {}

  /** Returns the weights' vector. */
  static float[] of(LstmWeights weights) {
    float[] vector = new float[weights.shape().parameters()];
    int offset = 0;
    for (FloatMatrix matrix : weights.matrices()) {
      float[] values = matrix.toArray();
      System.arraycopy(values, 0, vector, offset, values.length);
      offset += values.length;
    }
    return vector;
  }

  /** Returns a vector's weights. */
  static LstmWeights weights(LstmShape shape, float[] vector) {
    List<FloatMatrix> matrices = new ArrayList<>();
    int offset = 0;
    for (LstmShape.MatrixSize size : shape.matrices()) {
      float[] values = Arrays.copyOfRange(vector, offset, offset + size.size());
      matrices.add(FloatMatrix.of(size.rows(), size.columns(), values));
      offset += size.size();
    }
    return LstmWeights.ofMatrices(shape, matrices);
  }

  /** Builds the matrices of a vector. */
  static List<Operand<TFloat32>> matrices(Ops tf, LstmShape shape, Operand<TFloat32> vector) {
    List<Operand<TFloat32>> matrices = new ArrayList<>();
    int offset = 0;
    for (LstmShape.MatrixSize size : shape.matrices()) {
      Operand<TFloat32> values =
          tf.slice(vector, tf.constant(new int[] {offset}), tf.constant(new int[] {size.size()}));
      matrices.add(tf.reshape(values, tf.constant(new int[] {size.rows(), size.columns()})));
      offset += size.size();
    }
    return matrices;
  }

  /** Builds the vector of arrays of any shape: all their numbers, one array after the other. */
  static Operand<TFloat32> of(Ops tf, List<Operand<TFloat32>> arrays) {
    int[] flat = {-1};
    return tf.concat(
        arrays.stream()
            .<Operand<TFloat32>>map(array -> tf.reshape(array, tf.constant(flat)))
            .toList(),
        tf.constant(0));
  }
}
