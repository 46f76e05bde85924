package lindyn.device;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What NVIDIA's driver says of itself and its devices.
 *
 * @param problem why there is no usable device, if there is none
 * @param cudaVersion newest CUDA that the driver can run, such as {@code 12.4}; empty without a
 *     driver
 * @param gpus its devices
 */
public record CudaDriver(Optional<String> problem, String cudaVersion, List<Gpu> gpus) {

  private static final String LIBRARY = "libcuda.so.1";

  /** TensorFlow's build is for CUDA 12, whose minor versions run on each other's drivers. */
  private static final int OLDEST = 12_000;

  private static final int OK = 0;
  private static final int NO_DEVICE = 100;
  private static final String NOTHING_FOUND =
      "NVIDIA's driver finds no device, or CUDA_VISIBLE_DEVICES hides it";

  private static final int NAME_BYTES = 256;
  private static final int COMPUTE_CAPABILITY_MAJOR = 75;
  private static final int COMPUTE_CAPABILITY_MINOR = 76;

  /** Copies the list. */
  public CudaDriver {
    gpus = List.copyOf(gpus);
  }

  /** The driver's functions, as NVIDIA's manual "CUDA Driver API" has them. */
  interface Api extends Library {
    int cuInit(int flags);

    int cuGetErrorString(int error, PointerByReference text);

    int cuDriverGetVersion(IntByReference version);

    int cuDeviceGetCount(IntByReference count);

    int cuDeviceGet(IntByReference device, int ordinal);

    int cuDeviceGetName(byte[] name, int size, int device);

    int cuDeviceTotalMem_v2(LongByReference bytes, int device);

    int cuDeviceGetAttribute(IntByReference value, int attribute, int device);
  }

  /** Asks the driver of this machine. */
  public static CudaDriver ofThisMachine() {
    Api api;
    try {
      api = Native.load(LIBRARY, Api.class);
    } catch (UnsatisfiedLinkError e) {
      return new CudaDriver(
          Optional.of("there is no NVIDIA driver: " + LIBRARY + " is missing"), "", List.of());
    }
    return ask(api);
  }

  /** Asks a driver. */
  static CudaDriver ask(Api api) {
    var version = new IntByReference();
    int error = api.cuInit(0);
    boolean isVersioned = api.cuDriverGetVersion(version) == OK;
    String words =
        isVersioned ? version.getValue() / 1000 + "." + version.getValue() % 1000 / 10 : "";
    if (error != OK) {
      String reason =
          error == NO_DEVICE
              ? NOTHING_FOUND
              : "NVIDIA's driver does not start: " + text(api, error);
      return new CudaDriver(Optional.of(reason), words, List.of());
    }
    List<Gpu> gpus = gpus(api);
    return new CudaDriver(problem(version.getValue(), words, gpus), words, gpus);
  }

  private static Optional<String> problem(int version, String words, List<Gpu> gpus) {
    if (gpus.isEmpty()) {
      return Optional.of(NOTHING_FOUND);
    }
    if (words.isEmpty()) {
      return Optional.of("NVIDIA's driver does not tell its version");
    }
    return version < OLDEST
        ? Optional.of("NVIDIA's driver is too old: it runs CUDA " + words + ", needed is 12.0")
        : Optional.empty();
  }

  private static String text(Api api, int error) {
    var text = new PointerByReference();
    String number = "error " + error;
    return api.cuGetErrorString(error, text) == OK && text.getValue() != null
        ? text.getValue().getString(0) + " (" + number + ")"
        : number;
  }

  private static List<Gpu> gpus(Api api) {
    var count = new IntByReference();
    List<Gpu> gpus = new ArrayList<>();
    if (api.cuDeviceGetCount(count) != OK) {
      return gpus;
    }
    for (int number = 0; number < count.getValue(); number++) {
      var device = new IntByReference();
      if (api.cuDeviceGet(device, number) == OK) {
        gpus.add(gpu(api, number, device.getValue()));
      }
    }
    return gpus;
  }

  private static Gpu gpu(Api api, int number, int device) {
    byte[] name = new byte[NAME_BYTES];
    var bytes = new LongByReference();
    boolean isNamed = api.cuDeviceGetName(name, name.length, device) == OK;
    boolean isSized = api.cuDeviceTotalMem_v2(bytes, device) == OK;
    return new Gpu(
        number,
        isNamed ? Native.toString(name, StandardCharsets.UTF_8.name()) : "unnamed",
        isSized ? bytes.getValue() : 0,
        attribute(api, COMPUTE_CAPABILITY_MAJOR, device)
            + "."
            + attribute(api, COMPUTE_CAPABILITY_MINOR, device));
  }

  private static String attribute(Api api, int attribute, int device) {
    var value = new IntByReference();
    return api.cuDeviceGetAttribute(value, attribute, device) == OK
        ? Integer.toString(value.getValue())
        : "";
  }
}
