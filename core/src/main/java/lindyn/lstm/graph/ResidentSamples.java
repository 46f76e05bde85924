package lindyn.lstm.graph;

import java.util.List;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Samples that stay on the device; only indices of windows or sequences cross to it. */
final class ResidentSamples implements BatchSource {

  private final Variable<TFloat32> rows;
  private final BatchIndex index;
  private final int inputs;

  /** Copies the samples to the device. */
  ResidentSamples(Upload upload, SampleMatrix samples, BatchIndex index) {
    this.index = index;
    Ops tf = upload.tf();
    inputs = samples.inputColumns();
    Shape shape = Shape.of(samples.rows(), inputs + samples.targetColumns());
    rows = tf.variable(shape, TFloat32.class);
    upload.rows(
        rows,
        (row, target, offset) -> {
          samples.copyInputs(row, target, offset);
          samples.copyTargets(row, target, offset + inputs);
        });
  }

  @Override
  public Batch batch(Ops tf, int from, int count) {
    BatchIndex.Part part = index.part(tf, from, count);
    Operand<TFloat32> samples = tf.gather(rows, part.rows(tf), tf.constant(0));
    return new Batch(samples, part.mask(tf), index.state(tf, from, count), inputs);
  }

  @Override
  public FedBatch feed(List<Sequence> batch) {
    return index.feed(batch);
  }
}
