package lindyn.lstm;

import lindyn.data.SampleMatrix;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Samples that stay on the device; only indices of windows or sequences cross to it. */
final class DeviceSamples {

  private final Variable<TFloat32> inputs;
  private final Variable<TFloat32> targets;
  private final Placeholder<TInt32> batch;
  private final UnrolledBatch sizes;

  /** Declares the samples in a graph. */
  DeviceSamples(Ops tf, SampleMatrix samples, UnrolledBatch sizes) {
    this.sizes = sizes;
    inputs = tf.variable(Shape.of(samples.rows(), samples.inputColumns()), TFloat32.class);
    targets = tf.variable(Shape.of(samples.rows(), samples.targetColumns()), TFloat32.class);
    batch = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2, sizes.batch())));
  }

  /** Copies the samples to the device. */
  void upload(Upload upload, SampleMatrix samples) {
    upload.to(inputs, samples.inputs());
    upload.to(targets, samples.targets());
  }

  /** The placeholder of ends and starts, see {@link lindyn.data.SequenceIndex#batch}. */
  Placeholder<TInt32> batch() {
    return batch;
  }

  /**
   * Returns a batch as the placeholder's value; the caller closes it.
   *
   * @throws IllegalArgumentException if it has another size, which TensorFlow would not notice
   */
  TInt32 indices(int[] endsAndStarts) {
    if (endsAndStarts.length != 2 * sizes.batch()) {
      throw new IllegalArgumentException(
          String.format(
              "expected ends and starts of %d sequences, got %d numbers",
              sizes.batch(), endsAndStarts.length));
    }
    return TInt32.tensorOf(Shape.of(2, sizes.batch()), DataBuffers.of(endsAndStarts));
  }

  /** Builds the inputs of all steps, shape {@code [timeSteps, batch, inputs]}. */
  Operand<TFloat32> gatherInputs(Ops tf) {
    return tf.gather(inputs, rows(tf, 0), tf.constant(0));
  }

  /** Builds the targets of the scored steps, shape {@code [scoredSteps, batch, joints]}. */
  Operand<TFloat32> gatherTargets(Ops tf) {
    return tf.gather(targets, rows(tf, sizes.firstScored()), tf.constant(0));
  }

  /**
   * Builds 1 for each scored step that is a sample and 0 for each that lies before its trajectory's
   * first one, shape {@code [scoredSteps, batch]}.
   */
  Operand<TFloat32> mask(Ops tf) {
    return tf.dtypes.cast(
        tf.math.greaterEqual(unlimitedRows(tf, sizes.firstScored()), row(tf, 1)), TFloat32.class);
  }

  /** Row of step t of sequence b: end − (T−1) + t, but not before the trajectory's start. */
  private Operand<TInt32> rows(Ops tf, int firstStep) {
    return tf.math.maximum(unlimitedRows(tf, firstStep), row(tf, 1));
  }

  private Operand<TInt32> unlimitedRows(Ops tf, int firstStep) {
    int[] beforeEnd = new int[sizes.timeSteps() - firstStep];
    for (int i = 0; i < beforeEnd.length; i++) {
      beforeEnd[i] = firstStep + i - (sizes.timeSteps() - 1);
    }
    Operand<TInt32> steps =
        tf.reshape(tf.constant(beforeEnd), tf.constant(new int[] {beforeEnd.length, 1}));
    return tf.math.add(row(tf, 0), steps);
  }

  private Operand<TInt32> row(Ops tf, int row) {
    return tf.slice(
        batch, tf.constant(new int[] {row, 0}), tf.constant(new int[] {1, sizes.batch()}));
  }
}
