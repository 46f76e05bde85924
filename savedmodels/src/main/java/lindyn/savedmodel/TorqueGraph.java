package lindyn.savedmodel;

import java.util.List;
import lindyn.data.Standardizer;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What lies before and after the layers of a network, as operations of a graph. */
final class TorqueGraph {

  private final TrainedLstm model;
  private final Ops tf;

  TorqueGraph(TrainedLstm model, Ops tf) {
    this.model = model;
    this.tf = tf;
  }

  /** Adds the standardising of inputs in SI units, shape {@code [..., 3d + extra]}. */
  Operand<TFloat32> standardized(Operand<TFloat32> inputs) {
    return BaseGraph.standardized(
        tf.withSubScope("standardize"), model.inputStandardizer(), inputs);
  }

  /**
   * Adds read-out, units and base.
   *
   * @param outputs outputs of the last layer, shape {@code [..., units]}
   * @param inputs what they are the answer to, in SI units, as many rows
   * @return torques, shape {@code [rows, d]}
   */
  Operand<TFloat32> torques(Operand<TFloat32> outputs, Operand<TFloat32> inputs) {
    List<LstmWeights.Layer> layers = model.weights().layers();
    Operand<TFloat32> learnt =
        restored(readOut(rows(outputs, layers.get(layers.size() - 1).units())));
    return model
        .base()
        .map(
            base -> {
              Ops scope = tf.withSubScope("base");
              Operand<TFloat32> rows = rows(inputs, model.signals().inputs());
              Operand<TFloat32> torques = new BaseGraph(base, scope).torques(rows);
              return (Operand<TFloat32>) scope.math.add(learnt, torques);
            })
        .orElse(learnt);
  }

  private Operand<TFloat32> rows(Operand<TFloat32> any, int columns) {
    return tf.reshape(any, tf.constant(new int[] {-1, columns}));
  }

  private Operand<TFloat32> readOut(Operand<TFloat32> rows) {
    return model
        .weights()
        .readOut()
        .map(
            head -> CellGraph.affine(tf.withSubScope("read_out"), rows, head.kernel(), head.bias()))
        .orElse(rows);
  }

  private Operand<TFloat32> restored(Operand<TFloat32> rows) {
    Standardizer standardizer = model.targetStandardizer();
    Ops scope = tf.withSubScope("restore");
    Operand<TFloat32> scale = scope.constant(standardizer.scales());
    Operand<TFloat32> offset = scope.constant(standardizer.offsets());
    return scope.math.add(scope.math.mul(rows, scale), offset);
  }
}
