package lindyn.lstm;

import lindyn.data.SampleMatrix;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Samples that stay on the device; only indices of windows or sequences cross to it. */
final class ResidentSamples implements BatchSource {

  private final Variable<TFloat32> inputs;
  private final Variable<TFloat32> targets;
  private final BatchIndex index;
  private final UnrolledBatch sizes;

  /** Copies the samples to the device. */
  ResidentSamples(Upload upload, SampleMatrix samples, UnrolledBatch sizes) {
    this.sizes = sizes;
    Ops tf = upload.tf();
    int rows = samples.rows();
    inputs = tf.variable(Shape.of(rows, samples.inputColumns()), TFloat32.class);
    targets = tf.variable(Shape.of(rows, samples.targetColumns()), TFloat32.class);
    index = new BatchIndex(tf, sizes);
    upload.rows(inputs, samples::copyInputs);
    upload.rows(targets, samples::copyTargets);
  }

  @Override
  public Operand<TFloat32> inputs(Ops tf) {
    return tf.gather(inputs, index.rows(tf, 0), tf.constant(0));
  }

  @Override
  public Operand<TFloat32> targets(Ops tf) {
    return tf.gather(targets, index.rows(tf, sizes.firstScored()), tf.constant(0));
  }

  @Override
  public Operand<TFloat32> mask(Ops tf) {
    return index.mask(tf);
  }

  @Override
  public FedBatch batch(int[] batch) {
    return index.feed(batch);
  }
}
