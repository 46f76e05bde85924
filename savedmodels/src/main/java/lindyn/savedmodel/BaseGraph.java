package lindyn.savedmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import lindyn.FloatMatrix;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyFeatures;
import lindyn.linear.RigidBodyModel;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A rigid-body model as operations of a graph, its numbers as constants. */
final class BaseGraph {

  private final RigidBodyModel model;
  private final RigidBodyFeatures features;
  private final Ops tf;

  BaseGraph(RigidBodyModel model, Ops tf) {
    this.model = model;
    this.features = model.features();
    this.tf = tf;
  }

  /**
   * Adds the model.
   *
   * @param rows inputs in SI units, shape {@code [rows, 3d + extra]}
   * @return torques, shape {@code [rows, d]}
   */
  Operand<TFloat32> torques(Operand<TFloat32> rows) {
    Operand<TFloat32> standardized = standardized(tf, model.featureStandardizer(), features(rows));
    return CellGraph.affine(tf, standardized, model.weights(), model.intercept());
  }

  /** Adds (x − offset) · (1 / scale), limited: the arithmetic of plain Java. */
  static Operand<TFloat32> standardized(
      Ops tf, Standardizer standardizer, Operand<TFloat32> columns) {
    Operand<TFloat32> offset = tf.constant(standardizer.offsets());
    Operand<TFloat32> factor = tf.constant(standardizer.factors());
    Operand<TFloat32> z = tf.math.mul(tf.math.sub(columns, offset), factor);
    float limit = (float) standardizer.limit();
    return tf.math.maximum(tf.constant(-limit), tf.math.minimum(tf.constant(limit), z));
  }

  private Operand<TFloat32> features(Operand<TFloat32> rows) {
    int joints = features.joints();
    Operand<TFloat32> q = columns(rows, 0, joints);
    Operand<TFloat32> qd = columns(rows, joints, joints);
    Operand<TFloat32> friction =
        tf.math.tanh(tf.math.mul(qd, tf.constant(features.inverseFrictionSpeeds())));
    Operand<TFloat32> simple = beside(List.of(rows, tf.math.sin(q), tf.math.cos(q), friction));
    List<Operand<TFloat32>> all = new ArrayList<>();
    all.add(simple);
    if (!features.chains().isEmpty()) {
      Operand<TFloat32> angles = tf.linalg.matMul(q, matrix(features.chainSums()));
      all.add(tf.math.sin(angles));
      all.add(tf.math.cos(angles));
    }
    all.add(
        tf.math.mul(
            factors(simple, RigidBodyFeatures.Product::left),
            factors(simple, RigidBodyFeatures.Product::right)));
    return beside(all);
  }

  private Operand<TFloat32> columns(Operand<TFloat32> rows, int from, int count) {
    return tf.slice(rows, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
  }

  private Operand<TFloat32> beside(List<Operand<TFloat32>> parts) {
    return tf.concat(parts, tf.constant(1));
  }

  private Operand<TFloat32> factors(
      Operand<TFloat32> simple, ToIntFunction<RigidBodyFeatures.Product> factor) {
    Operand<TInt32> indices = tf.constant(features.products().stream().mapToInt(factor).toArray());
    return tf.gather(simple, indices, tf.constant(1));
  }

  private Operand<TFloat32> matrix(FloatMatrix matrix) {
    return tf.constant(Shape.of(matrix.rows(), matrix.columns()), DataBuffers.of(matrix.toArray()));
  }
}
