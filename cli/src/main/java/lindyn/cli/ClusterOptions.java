package lindyn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.InputException;
import lindyn.device.ClusterFile;
import lindyn.device.Device;
import lindyn.file.InputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Training on several machines. */
final class ClusterOptions {

  static final String OPTION = "--cluster";

  static final String FORMAT =
      "JSON file with the addresses of all processes, this one first, such as {\"workers\":"
          + " [\"10.0.0.1:2222\", \"10.0.0.2:2222\"]}.";

  @Option(
      names = OPTION,
      paramLabel = "FILE",
      description =
          "Share each batch with other machines, where 'lindyn worker' runs. "
              + FORMAT
              + " The traffic is not protected: private networks only.")
  private @Nullable Path file;

  @Option(
      names = "--average-every",
      paramLabel = "STEPS",
      description =
          "With --cluster: 1 (default) averages gradients at each step, as one machine does; more"
              + " lets each thread or GPU learn by itself and averages their weights now and then, which"
              + " a slow network needs with a large model.")
  private @Nullable Integer averageEvery;

  /**
   * Returns where to train.
   *
   * @param own the device of this machine
   */
  Device of(Device own) {
    if (file == null) {
      if (averageEvery != null) {
        throw new InputException("--average-every needs --cluster; add it or leave this out");
      }
      return own;
    }
    if (averageEvery != null && averageEvery < 1) {
      throw new InputException("--average-every must be at least 1, got " + averageEvery);
    }
    List<String> addresses = ClusterFile.read(new InputFile(file));
    return new Device.Cluster(
        addresses,
        IntStream.range(0, addresses.size()).boxed().toList(),
        own,
        averageEvery == null ? 1 : averageEvery);
  }
}
