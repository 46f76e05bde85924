package lindyn.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What XLA needs to compile for a CUDA device: libdevice, NVIDIA's functions such as exp as code
 * for any device. It is part of CUDA's compiler, not of its libraries.
 */
public final class DeviceCode {

  /** XLA's option for the folder of a CUDA installation. */
  static final String FLAG = "--xla_gpu_cuda_data_dir=";

  /** The file within such a folder. */
  public static final String FILE = "nvvm/libdevice/libdevice.10.bc";

  private DeviceCode() {}

  /** Tells whether this machine has the file where XLA will find it. */
  public static boolean isThere() {
    return folder(System.getenv()).isPresent();
  }

  /**
   * Returns the first folder that has the file: what XLA_FLAGS names, CUDA_HOME, /usr/local/cuda.
   *
   * @param environment the process's
   */
  public static Optional<Path> folder(Map<String, String> environment) {
    Stream<String> flagged =
        Arrays.stream(environment.getOrDefault("XLA_FLAGS", "").split(" "))
            .filter(flag -> flag.startsWith(FLAG))
            .map(flag -> flag.substring(FLAG.length()));
    Stream<String> installed =
        Stream.of(environment.getOrDefault("CUDA_HOME", ""), "/usr/local/cuda");
    return Stream.concat(flagged, installed)
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
        .findFirst();
  }
}
