package lindyn.device;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import lindyn.InputException;
import lindyn.device.Device.Gpus;
import lindyn.device.Device.Precision;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.GPUOptions;

/**
 * Prepares this process for CUDA devices: what TensorFlow looks for when its own libraries load.
 */
public final class CudaSetup {

  private static final String NATIVES =
      "org/tensorflow/internal/c_api/linux-x86_64-gpu/libtensorflow_cc.so.2";

  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  /** The C library's environment, which TensorFlow and CUDA read; Java has only a copy. */
  private interface Environment extends Library {
    int setenv(String name, String value, int overwrite);
  }

  private CudaSetup() {}

  /** Tells whether TensorFlow's natives on the class path can use CUDA. */
  public static boolean hasCudaNatives() {
    return CudaSetup.class.getClassLoader().getResource(NATIVES) != null;
  }

  /**
   * Returns why no CUDA device can be used, and what to do about each reason; empty if nothing
   * speaks against it. Loads the driver, but not TensorFlow.
   */
  public static List<String> obstacles() {
    return obstacles(hasCudaNatives(), CudaDriver.ofThisMachine(), CudaLibraries.ofThisMachine());
  }

  static List<String> obstacles(
      boolean hasCudaNatives, CudaDriver driver, CudaLibraries libraries) {
    List<String> obstacles = new ArrayList<>();
    if (!hasCudaNatives) {
      obstacles.add(
          "this is the build for the processor; run it with LINDYN_PROFILE=gpu in the environment,"
              + " or build with mvn -P gpu");
    }
    driver
        .problem()
        .ifPresent(
            problem ->
                obstacles.add(
                    problem + "; install or update NVIDIA's driver, and look at nvidia-smi"));
    if (hasCudaNatives && libraries.source() == CudaLibraries.Source.NONE) {
      List<String> names = libraries.unusable().stream().map(CudaLibrary::soname).toList();
      obstacles.add(
          "libraries of CUDA 12 or cuDNN 9 are missing or too old: "
              + String.join(", ", names)
              + "; install them, or build with mvn -P gpu, which brings them");
    }
    return obstacles;
  }

  /**
   * Loads the libraries of CUDA, which TensorFlow looks for once: nothing of TensorFlow may have
   * been used in this process before the first call, whose precision and part of the memory hold
   * for all of the process.
   *
   * @throws InputException if the devices cannot be used, with the reason
   */
  public static void prepare(Gpus gpus) {
    List<String> obstacles = obstacles();
    if (!obstacles.isEmpty()) {
      throw new InputException(
          "no GPU can be used: "
              + String.join("; and ", obstacles)
              + "; 'lindyn doctor' tells more");
    }
    requireThere(gpus, CudaDriver.ofThisMachine().gpus());
    if (!PREPARED.get()) {
      environment(gpus.precision(), System.getenv());
      load(CudaLibraries.ofThisMachine());
      PREPARED.set(true);
    }
    int listed = listed(gpus);
    if (listed < gpus.numbers().size()) { // TensorFlow would compute on the processor in silence
      throw new InputException(
          String.format(
              "TensorFlow can use %d of the GPUs %s; TF_CPP_MIN_LOG_LEVEL=0 in the environment shows"
                  + " why, 'lindyn doctor' what it needs",
              listed, gpus.visible()));
    }
  }

  private static int listed(Gpus gpus) {
    try {
      return DeviceList.gpus(gpus);
    } catch (TensorFlowException e) {
      throw new InputException(
          String.format(
              "TensorFlow cannot use the GPUs %s (%s); look with nvidia-smi whether another process"
                  + " has their memory",
              gpus.visible(), DeviceFailedException.reason(e)),
          e);
    }
  }

  /**
   * Returns TensorFlow's options for devices; memory grows as it is needed. Those of the first
   * session of a process hold for all of them.
   */
  static GPUOptions options(Gpus gpus) {
    return GPUOptions.newBuilder()
        .setVisibleDeviceList(gpus.visible())
        .setAllowGrowth(true)
        .setPerProcessGpuMemoryFraction(gpus.memoryFraction())
        .build();
  }

  /** Returns the memory that may be used on the smallest of some devices; 0 if there is none. */
  public static long memoryBytes(Gpus gpus) {
    long least =
        CudaDriver.ofThisMachine().gpus().stream()
            .filter(gpu -> gpus.numbers().contains(gpu.number()))
            .mapToLong(Gpu::memoryBytes)
            .min()
            .orElse(0);
    return (long) (least * gpus.memoryFraction());
  }

  /** Loads the libraries in the order of {@link CudaLibrary}. */
  static void load(CudaLibraries libraries) {
    for (Path file : libraries.files()) {
      try {
        System.load(file.toString());
      } catch (UnsatisfiedLinkError e) {
        throw new InputException(file + ": cannot be loaded (" + e.getMessage() + ")", e);
      }
    }
  }

  static void requireThere(Gpus asked, List<Gpu> there) {
    List<Integer> numbers = there.stream().map(Gpu::number).toList();
    if (!numbers.containsAll(asked.numbers())) {
      throw new InputException(
          "there is no GPU "
              + asked.numbers().stream().filter(number -> !numbers.contains(number)).toList()
              + "; this machine has "
              + numbers);
    }
  }

  private static void environment(Precision precision, Map<String, String> now) {
    Environment environment = Native.load("c", Environment.class);
    var flags = new StringBuilder(now.getOrDefault("XLA_FLAGS", ""));
    if (precision != Precision.TF32) { // TensorFlow's default is TF32
      environment.setenv("NVIDIA_TF32_OVERRIDE", "0", 1);
      flags.append(" --xla_gpu_enable_triton_gemm=false"); // XLA's own products do not know that
    }
    CudaCompiler.folder(now)
        .ifPresent(folder -> flags.append(' ').append(CudaCompiler.FLAG).append(folder));
    environment.setenv("XLA_FLAGS", flags.toString().strip(), 1);
  }
}
