package lindyn.lstm.graph;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Operations on arrays of shape {@code [features, timeSteps, batch]}. In this layout the batch is
 * the vector dimension of every element-wise operation, a gate is a range of rows, and {@code
 * [features, timeSteps * batch]} is a matrix without any copy.
 */
final class FeatureMajor {

  private final Ops tf;

  FeatureMajor(Ops tf) {
    this.tf = tf;
  }

  Operand<TFloat32> zeros(int... shape) {
    return tf.fill(tf.constant(shape), tf.constant(0f));
  }

  Operand<TFloat32> ones(int... shape) {
    return tf.fill(tf.constant(shape), tf.constant(1f));
  }

  Operand<TFloat32> reshape(Operand<TFloat32> array, int... shape) {
    return tf.reshape(array, tf.constant(shape));
  }

  /** Turns {@code [timeSteps, batch, features]} into {@code [features, timeSteps, batch]}. */
  Operand<TFloat32> fromRows(Operand<TFloat32> rows) {
    return tf.linalg.transpose(rows, tf.constant(new int[] {2, 0, 1}));
  }

  /** Puts matrices or arrays on top of each other: more features. */
  Operand<TFloat32> stack(List<Operand<TFloat32>> parts) {
    return tf.concat(parts, tf.constant(0));
  }

  /** Puts matrices next to each other: more columns. */
  Operand<TFloat32> beside(Operand<TFloat32> left, Operand<TFloat32> right) {
    return tf.concat(List.of(left, right), tf.constant(1));
  }

  /** Appends time steps to an array. */
  Operand<TFloat32> thenTimeSteps(Operand<TFloat32> array, Operand<TFloat32> later) {
    return tf.concat(List.of(array, later), tf.constant(1));
  }

  /** Returns an array as a matrix with a column for each time step of each sequence. */
  Operand<TFloat32> asMatrix(Operand<TFloat32> array) {
    return reshape(array, size(array, 0), size(array, 1) * size(array, 2));
  }

  /** Returns {@code count} rows of a matrix. */
  Operand<TFloat32> rows(Operand<TFloat32> matrix, int from, int count) {
    return part(matrix, from, 0, count, size(matrix, 1));
  }

  /** Returns a part of a matrix. */
  Operand<TFloat32> part(Operand<TFloat32> matrix, int row, int column, int rows, int columns) {
    return tf.slice(
        matrix, tf.constant(new int[] {row, column}), tf.constant(new int[] {rows, columns}));
  }

  /** Returns {@code count} features at all time steps. */
  Operand<TFloat32> features(Operand<TFloat32> array, int from, int count) {
    return tf.slice(
        array, tf.constant(new int[] {from, 0, 0}), tf.constant(new int[] {count, -1, -1}));
  }

  /** Returns {@code count} features at one time step, shape {@code [count, batch]}. */
  Operand<TFloat32> at(Operand<TFloat32> array, int from, int count, Operand<TInt32> timeStep) {
    int batch = size(array, 2);
    Operand<TFloat32> slot =
        operation(
            "XlaDynamicSlice",
            array,
            start(from, timeStep),
            tf.constant(new int[] {count, 1, batch}));
    return reshape(slot, count, batch);
  }

  /**
   * Returns the array with the features from {@code from} on overwritten at the first time steps.
   */
  Operand<TFloat32> put(Operand<TFloat32> array, Operand<TFloat32> features, int from) {
    return operation("XlaDynamicUpdateSlice", array, features, tf.constant(new int[] {from, 0, 0}));
  }

  /** Returns the array with the features from {@code from} on overwritten at one time step. */
  Operand<TFloat32> put(
      Operand<TFloat32> array, Operand<TFloat32> features, int from, Operand<TInt32> timeStep) {
    Operand<TFloat32> slot = reshape(features, size(features, 0), 1, size(features, 1));
    return operation("XlaDynamicUpdateSlice", array, slot, start(from, timeStep));
  }

  private Operand<TInt32> start(int feature, Operand<TInt32> timeStep) {
    return tf.stack(List.of(tf.constant(feature), timeStep, tf.constant(0)));
  }

  private Operand<TFloat32> operation(String type, Operand<?>... inputs) {
    var builder = tf.scope().env().opBuilder(type, tf.scope().makeOpName(type), tf.scope());
    Arrays.stream(inputs).forEach(input -> builder.addInput(input.asOutput()));
    return builder.build().output(0);
  }

  static int size(Operand<TFloat32> array, int dimension) {
    return (int) array.shape().get(dimension);
  }
}
