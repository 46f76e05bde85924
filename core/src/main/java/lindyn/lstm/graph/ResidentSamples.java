package lindyn.lstm.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import org.tensorflow.DeviceSpec;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Samples that stay on each device; only indices of windows or sequences cross to it. */
final class ResidentSamples implements BatchSource {

  private final Map<DeviceSpec, Variable<TFloat32>> rows = new HashMap<>();
  private final BatchIndex index;
  private final int inputs;

  /** Copies the samples to the devices. */
  ResidentSamples(Upload upload, SampleMatrix samples, List<DeviceSpec> homes, BatchIndex index) {
    this.index = index;
    inputs = samples.inputColumns();
    homes.stream().distinct().forEach(home -> rows.put(home, copy(upload.on(home), samples)));
  }

  private Variable<TFloat32> copy(Upload upload, SampleMatrix samples) {
    Shape shape = Shape.of(samples.rows(), inputs + samples.targetColumns());
    Variable<TFloat32> copy = upload.tf().variable(shape, TFloat32.class);
    upload.rows(
        copy,
        (row, target, offset) -> {
          samples.copyInputs(row, target, offset);
          samples.copyTargets(row, target, offset + inputs);
        });
    return copy;
  }

  @Override
  public Batch batch(Ops tf, DeviceSpec home, int from, int count) {
    Ops on = tf.withDevice(home);
    BatchIndex.Part part = index.part(on, from, count);
    Variable<TFloat32> samples = Objects.requireNonNull(rows.get(home), home::toString);
    return new Batch(
        on.gather(samples, part.rows(on), on.constant(0)),
        part.mask(on),
        index.state(tf, from, count),
        inputs);
  }

  @Override
  public FedBatch feed(List<Sequence> batch) {
    return index.feed(batch);
  }
}
