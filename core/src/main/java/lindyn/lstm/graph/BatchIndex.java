package lindyn.lstm.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lindyn.data.Sequence;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Which windows or sequences a batch is of, as an input of the graph. */
final class BatchIndex {

  private static final int ROWS = 5;

  private final Placeholder<TInt32> rows;
  private final UnrolledBatch sizes;
  private final Optional<CarriedState> carried;

  /**
   * Declares the input in a graph.
   *
   * @param carried what sequences can go on from
   */
  BatchIndex(Ops tf, UnrolledBatch sizes, Optional<CarriedState> carried) {
    this.sizes = sizes;
    this.carried = carried;
    rows = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(ROWS, sizes.batch())));
  }

  /**
   * Returns a batch as the input's value; the caller closes it.
   *
   * @throws IllegalArgumentException if it has another size, which TensorFlow would not notice, or
   *     a sequence goes on and no state is carried
   */
  FedBatch feed(List<Sequence> batch) {
    int size = sizes.batch();
    if (batch.size() != size) {
      throw new IllegalArgumentException(
          String.format("expected %d sequences, got %d", size, batch.size()));
    }
    int[] numbers = new int[ROWS * size];
    for (int b = 0; b < size; b++) {
      Sequence sequence = batch.get(b);
      numbers[b] = sequence.end();
      numbers[size + b] = sequence.start();
      numbers[2 * size + b] = sequence.scoredFrom();
      numbers[3 * size + b] = sequence.last();
      numbers[4 * size + b] = goesOn(sequence) ? 1 : 0;
    }
    return new FedBatch().with(rows, TInt32.tensorOf(rows.shape(), DataBuffers.of(numbers)));
  }

  private boolean goesOn(Sequence sequence) {
    if (sequence.goesOn() && carried.isEmpty()) {
      throw new IllegalArgumentException(sequence + " goes on, but no state is carried");
    }
    return sequence.goesOn();
  }

  /** Builds the index of a part of the sequences. */
  Part part(Ops tf, int from, int count) {
    return new Part(
        row(tf, 0, from, count),
        row(tf, 1, from, count),
        row(tf, 2, from, count),
        row(tf, 3, from, count),
        sizes.timeSteps());
  }

  /** Builds the state before a part of the sequences; there is none if it is always zero. */
  Optional<Operand<TFloat32>> state(Ops tf, int from, int count) {
    return carried.map(
        state -> state.before(tf, tf.dtypes.cast(row(tf, 4, from, count), TFloat32.class), from));
  }

  private Operand<TInt32> row(Ops tf, int row, int from, int count) {
    return tf.slice(rows, tf.constant(new int[] {row, from}), tf.constant(new int[] {1, count}));
  }

  /**
   * Some of the sequences.
   *
   * @param ends rows of their last samples, shape {@code [1, count]}
   * @param starts rows of the first samples that they may see, shape {@code [1, count]}
   * @param scoredFrom rows of the first samples that they score, shape {@code [1, count]}
   * @param lasts rows of the last samples that they may see, shape {@code [1, count]}
   * @param timeSteps steps T that the network is unrolled over
   */
  record Part(
      Operand<TInt32> ends,
      Operand<TInt32> starts,
      Operand<TInt32> scoredFrom,
      Operand<TInt32> lasts,
      int timeSteps) {

    /**
     * Builds 1 for each step that is scored and 0 for each other; shape {@code [timeSteps, count]}.
     */
    Operand<TFloat32> mask(Ops tf) {
      Operand<TInt32> rows = unlimitedRows(tf);
      return tf.dtypes.cast(
          tf.math.logicalAnd(
              tf.math.greaterEqual(rows, scoredFrom), tf.math.lessEqual(rows, lasts)),
          TFloat32.class);
    }

    /**
     * Builds the row of each step t of each sequence b: end − (T−1) + t, but not before the start
     * nor behind the last sample; shape {@code [timeSteps, count]}.
     */
    Operand<TInt32> rows(Ops tf) {
      return tf.math.minimum(tf.math.maximum(unlimitedRows(tf), starts), lasts);
    }

    private Operand<TInt32> unlimitedRows(Ops tf) {
      int[] beforeEnd = new int[timeSteps];
      Arrays.setAll(beforeEnd, t -> t - (beforeEnd.length - 1));
      Operand<TInt32> steps =
          tf.reshape(tf.constant(beforeEnd), tf.constant(new int[] {beforeEnd.length, 1}));
      return tf.math.add(ends, steps);
    }
  }
}
