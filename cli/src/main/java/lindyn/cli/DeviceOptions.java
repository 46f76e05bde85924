package lindyn.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lindyn.InputException;
import lindyn.device.CudaDriver;
import lindyn.device.CudaSetup;
import lindyn.device.Device;
import lindyn.device.Device.Precision;
import lindyn.device.Gpu;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a network is trained. */
final class DeviceOptions {

  private static final Pattern NUMBERED = Pattern.compile("gpu:([0-9]{1,4})");

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      description =
          "cpu (default), gpu (the first one), gpu:1, gpu:all (they share each batch), or auto: a"
              + " GPU if one can be used. See 'lindyn doctor'.")
  private String name = "cpu";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the processor that share each batch; 1, the default, gives the same bits at"
              + " every run.")
  private @Nullable Integer threads;

  @Option(
      names = "--gpu-memory-fraction",
      paramLabel = "F",
      description =
          "Part of a GPU's memory that is used at most (default: 1); it grows as it is needed.")
  private @Nullable Double memoryFraction;

  @Option(
      names = "--precision",
      paramLabel = "PRECISION",
      description =
          "What factors of matrix products are rounded to in training: float32 (default), tf32 (11"
              + " bits) or bfloat16 (8 bits), which GPUs multiply faster; the processor rounds too, to"
              + " show what that costs. Tests and exported models are in float32.")
  private @Nullable Precision precision;

  private @Nullable Device device;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  /**
   * Returns the device, which is looked for once.
   *
   * @throws InputException if a GPU is asked for that cannot be used, or options exclude each other
   */
  Device device() {
    if (device == null) {
      device = checked();
    }
    return device;
  }

  private Device checked() {
    boolean isGpu = name.startsWith("gpu");
    if (isGpu && threads != null) {
      throw new InputException(
          "--threads is for the processor; leave it out with --device " + name);
    }
    if (name.equals("cpu") && memoryFraction != null) {
      throw new InputException(
          "--gpu-memory-fraction needs --device gpu; add it or leave this out");
    }
    if (memoryFraction != null && !(memoryFraction > 0 && memoryFraction <= 1)) {
      throw new InputException("--gpu-memory-fraction must be in (0, 1], got " + memoryFraction);
    }
    if (threads != null && threads < 1) {
      throw new InputException("--threads must be at least 1, got " + threads);
    }
    return chosen();
  }

  private Device chosen() {
    Matcher numbered = NUMBERED.matcher(name);
    if (numbered.matches()) {
      return gpus(List.of(Integer.valueOf(numbered.group(1))));
    }
    return switch (name) {
      case "cpu" -> processor();
      case "gpu" -> gpus(List.of(0));
      case "gpu:all" -> gpus(all());
      case "auto" -> gpuOrProcessor();
      default ->
          throw new InputException(
              "--device must be cpu, gpu, gpu:0 (or another number), gpu:all or auto, got " + name);
    };
  }

  private Device gpuOrProcessor() {
    try {
      return gpus(List.of(0));
    } catch (InputException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("note: training on the processor: " + e.getMessage());
      err.flush();
      return processor();
    }
  }

  private Device processor() {
    return new Device.Cpu(threads == null ? 1 : threads, precision());
  }

  private Precision precision() {
    return precision == null ? Precision.FLOAT32 : precision;
  }

  private Device gpus(List<Integer> numbers) {
    var gpus = new Device.Gpus(numbers, memoryFraction == null ? 1 : memoryFraction, precision());
    CudaSetup.prepare(gpus);
    return gpus;
  }

  /** All devices; the first one if there is none, for the error that says why. */
  private static List<Integer> all() {
    List<Integer> numbers = CudaDriver.ofThisMachine().gpus().stream().map(Gpu::number).toList();
    return numbers.isEmpty() ? List.of(0) : numbers;
  }
}
