package lindyn.lstm.graph;

import java.util.ArrayList;
import java.util.List;
import lindyn.lstm.LstmShape;
import lindyn.lstm.LstmWeights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The weights in the form of one matrix per layer.
 *
 * <p>A layer's matrix W maps a = [1; input; h′] to its gates: the bias is the first row. In the
 * last layer, columns for the joints follow those of the gates, which map h′ to the prediction of
 * the step before: the read-out or, without one, the identity. Thus a step's products are one.
 */
final class LayerWeights {

  private final LstmShape shape;

  LayerWeights(LstmShape shape) {
    this.shape = shape;
  }

  /**
   * Builds W of each layer, shape {@code [1 + inputs + units, 4 units]}, of the last layer {@code
   * [1 + inputs + units, 4 units + joints]}.
   *
   * @param matrices see {@link LstmWeights#matrices}
   */
  List<Operand<TFloat32>> join(Ops tf, List<Operand<TFloat32>> matrices) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> joined = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      joined.add(arrays.stack(List.of(matrices.get(2 * l + 1), matrices.get(2 * l))));
    }
    int top = shape.layers() - 1;
    joined.set(top, arrays.beside(joined.get(top), readOut(tf, matrices)));
    return joined;
  }

  private Operand<TFloat32> readOut(Ops tf, List<Operand<TFloat32>> matrices) {
    var arrays = new FeatureMajor(tf);
    int top = shape.layers() - 1;
    int joints = shape.joints();
    Operand<TFloat32> inputs = arrays.zeros(shape.inputsOf(top), joints);
    if (!shape.linearReadOut()) {
      return arrays.stack(List.of(arrays.zeros(1, joints), inputs, identity(tf, joints)));
    }
    int kernel = 2 * shape.layers();
    return arrays.stack(List.of(matrices.get(kernel + 1), inputs, matrices.get(kernel)));
  }

  private static Operand<TFloat32> identity(Ops tf, int size) {
    float[][] identity = new float[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return tf.constant(identity);
  }

  /**
   * Takes the derivatives apart again.
   *
   * @param joined derivatives with respect to W of each layer
   * @return derivatives in the order and shapes of {@link LstmWeights#matrices}
   */
  List<Operand<TFloat32>> split(Ops tf, List<Operand<TFloat32>> joined) {
    var arrays = new FeatureMajor(tf);
    List<Operand<TFloat32>> matrices = new ArrayList<>();
    for (int l = 0; l < shape.layers(); l++) {
      int inputsAndUnits = shape.inputsOf(l) + shape.units(l);
      int gates = 4 * shape.units(l);
      matrices.add(arrays.part(joined.get(l), 1, 0, inputsAndUnits, gates));
      matrices.add(arrays.part(joined.get(l), 0, 0, 1, gates));
    }
    if (shape.linearReadOut()) {
      int top = shape.layers() - 1;
      int units = shape.units(top);
      Operand<TFloat32> last = joined.get(top);
      matrices.add(arrays.part(last, 1 + shape.inputsOf(top), 4 * units, units, shape.joints()));
      matrices.add(arrays.part(last, 0, 4 * units, 1, shape.joints()));
    }
    return matrices;
  }
}
