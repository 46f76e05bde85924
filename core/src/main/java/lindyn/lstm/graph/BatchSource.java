package lindyn.lstm.graph;

import java.util.List;
import java.util.Optional;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import org.tensorflow.DeviceSpec;
import org.tensorflow.op.Ops;

/** Where the graph gets the samples of a batch from. */
sealed interface BatchSource permits ResidentSamples, FedSamples {

  /**
   * Keeps samples on the device if they fit into a budget; else they stay where they are, and each
   * batch crosses.
   *
   * @param homes devices that have a copy each if they fit
   * @param carried what sequences can go on from
   * @param residentBytes the budget of a device
   */
  static BatchSource of(
      Upload upload,
      SampleMatrix samples,
      List<DeviceSpec> homes,
      UnrolledBatch sizes,
      Optional<CarriedState> carried,
      long residentBytes) {
    var index = new BatchIndex(upload.tf(), sizes, carried);
    return samples.bytes() <= residentBytes
        ? new ResidentSamples(upload, samples, homes, index)
        : new FedSamples(upload.tf(), samples, sizes, index);
  }

  /**
   * Builds a part of the batch that is fed.
   *
   * @param home one of the devices with a copy
   * @param from its first sequence
   * @param count number of its sequences
   */
  Batch batch(Ops tf, DeviceSpec home, int from, int count);

  /**
   * Returns a batch as inputs of the graph; the caller closes it.
   *
   * @throws IllegalArgumentException if the batch has another size than the graph, or a sequence
   *     goes on and no state is carried
   */
  FedBatch feed(List<Sequence> batch);
}
