package lindyn.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What XLA needs to compile for a CUDA device: libdevice, NVIDIA's functions such as exp as code
 * for any device, and the assembler ptxas, which TensorFlow's build does not have built in. Both
 * are parts of CUDA's compiler, not of its libraries.
 */
public final class CudaCompiler {

  /** XLA's option for the folder of a CUDA installation. */
  static final String FLAG = "--xla_gpu_cuda_data_dir=";

  /** The files within such a folder. */
  static final List<String> FILES = List.of("nvvm/libdevice/libdevice.10.bc", "bin/ptxas");

  /** The files, and how they come to a machine that lacks them. */
  public static final String ADVICE =
      "it needs "
          + String.join(" and ", FILES)
          + " of CUDA 12 there; set CUDA_HOME to the folder of an installation, or to"
          + " nvidia/cuda_nvcc where the Python wheel nvidia-cuda-nvcc-cu12 was unpacked";

  private CudaCompiler() {}

  /** Tells whether this machine has the files where XLA will find them. */
  public static boolean isThere() {
    return folder(System.getenv()).isPresent();
  }

  /**
   * Returns the first folder that has the files: what XLA_FLAGS names, CUDA_HOME, /usr/local/cuda.
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
        .filter(folder -> FILES.stream().map(folder::resolve).allMatch(Files::isRegularFile))
        .findFirst();
  }
}
