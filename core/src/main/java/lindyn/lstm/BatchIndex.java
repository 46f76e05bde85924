package lindyn.lstm;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Which windows or sequences a batch is of, as an input of the graph. */
final class BatchIndex {

  private final Placeholder<TInt32> endsAndStarts;
  private final UnrolledBatch sizes;

  /** Declares the input in a graph. */
  BatchIndex(Ops tf, UnrolledBatch sizes) {
    this.sizes = sizes;
    endsAndStarts = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2, sizes.batch())));
  }

  /**
   * Returns a batch as the input's value; the caller closes it.
   *
   * @param batch ends and starts, see {@link lindyn.data.SequenceIndex#batch}
   * @throws IllegalArgumentException if it has another size, which TensorFlow would not notice
   */
  FedBatch feed(int[] batch) {
    if (batch.length != 2 * sizes.batch()) {
      throw new IllegalArgumentException(
          String.format(
              "expected ends and starts of %d sequences, got %d numbers",
              sizes.batch(), batch.length));
    }
    Shape shape = Shape.of(2, sizes.batch());
    return new FedBatch().with(endsAndStarts, TInt32.tensorOf(shape, DataBuffers.of(batch)));
  }

  /** Builds the index of a part of the sequences. */
  Part part(Ops tf, int from, int count) {
    return new Part(row(tf, 0, from, count), row(tf, 1, from, count), sizes);
  }

  private Operand<TInt32> row(Ops tf, int row, int from, int count) {
    return tf.slice(
        endsAndStarts, tf.constant(new int[] {row, from}), tf.constant(new int[] {1, count}));
  }

  /**
   * Some of the sequences.
   *
   * @param ends rows of their last samples, shape {@code [1, count]}
   * @param starts rows where their trajectories begin, shape {@code [1, count]}
   * @param sizes the sizes of the batch that they are a part of
   */
  record Part(Operand<TInt32> ends, Operand<TInt32> starts, UnrolledBatch sizes) {

    /**
     * Builds 1 for each scored step that is a sample and 0 for each other, among them those before
     * the trajectory's first sample; shape {@code [timeSteps, count]}.
     */
    Operand<TFloat32> mask(Ops tf) {
      float[] scored = new float[sizes.timeSteps()];
      Arrays.fill(scored, sizes.firstScored(), scored.length, 1f);
      Operand<TFloat32> isSample =
          tf.dtypes.cast(tf.math.greaterEqual(unlimitedRows(tf), starts), TFloat32.class);
      return tf.math.mul(
          isSample, tf.reshape(tf.constant(scored), tf.constant(new int[] {scored.length, 1})));
    }

    /**
     * Builds the row of each step t of each sequence b: end − (T−1) + t, but not before the
     * trajectory's start; shape {@code [timeSteps, count]}.
     */
    Operand<TInt32> rows(Ops tf) {
      return tf.math.maximum(unlimitedRows(tf), starts);
    }

    private Operand<TInt32> unlimitedRows(Ops tf) {
      int[] beforeEnd = new int[sizes.timeSteps()];
      Arrays.setAll(beforeEnd, t -> t - (beforeEnd.length - 1));
      Operand<TInt32> steps =
          tf.reshape(tf.constant(beforeEnd), tf.constant(new int[] {beforeEnd.length, 1}));
      return tf.math.add(ends, steps);
    }
  }
}
