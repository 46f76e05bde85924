package lindyn.lstm.graph;

import java.util.List;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Samples that are too many for the device: the rows of each batch cross to it. */
final class FedSamples implements BatchSource {

  private final SampleMatrix samples;
  private final Placeholder<TFloat32> inputs;
  private final Placeholder<TFloat32> targets;
  private final BatchIndex index;
  private final float[] inputRows;
  private final float[] targetRows;

  /** Declares the batch in a graph. */
  FedSamples(Ops tf, SampleMatrix samples, UnrolledBatch sizes, BatchIndex index) {
    this.samples = samples;
    this.index = index;
    Shape inputShape = Shape.of(sizes.timeSteps(), sizes.batch(), samples.inputColumns());
    Shape targetShape = Shape.of(sizes.timeSteps(), sizes.batch(), samples.targetColumns());
    inputs = tf.placeholder(TFloat32.class, Placeholder.shape(inputShape));
    targets = tf.placeholder(TFloat32.class, Placeholder.shape(targetShape));
    inputRows = new float[(int) inputShape.size()];
    targetRows = new float[(int) targetShape.size()];
  }

  @Override
  public Batch batch(Ops tf, DeviceSpec home, int from, int count) {
    Operand<TFloat32> all = tf.concat(List.of(inputs, targets), tf.constant(2));
    Operand<TFloat32> part =
        tf.slice(all, tf.constant(new int[] {0, from, 0}), tf.constant(new int[] {-1, count, -1}));
    return new Batch(
        part,
        index.part(tf, from, count).mask(tf),
        index.state(tf, from, count),
        samples.inputColumns());
  }

  @Override
  public FedBatch feed(List<Sequence> batch) {
    return feed(samples, batch);
  }

  /** Returns a batch of other samples. */
  FedBatch feed(SampleMatrix samples, List<Sequence> batch) {
    FedBatch fed = index.feed(batch);
    samples.copySequences(batch, inputRows, targetRows);
    return fed.with(inputs, TFloat32.tensorOf(inputs.shape(), DataBuffers.of(inputRows)))
        .with(targets, TFloat32.tensorOf(targets.shape(), DataBuffers.of(targetRows)));
  }
}
