package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CudaDriverTest {

  private static final int NO_DEVICE = 100;

  /**
   * A driver as NVIDIA's manual describes it.
   *
   * @param initialisation what cuInit returns
   * @param version of CUDA
   * @param gpus number of devices, whose handles are 7, 8...
   */
  private record Driver(int initialisation, int version, int gpus) implements CudaDriver.Api {

    @Override
    public int cuInit(int flags) {
      return initialisation;
    }

    @Override
    public int cuGetErrorString(int error, PointerByReference text) {
      String words = "initialization error";
      var memory = new Memory(words.length() + 1);
      memory.setString(0, words);
      text.setValue(memory);
      return 0;
    }

    @Override
    public int cuDriverGetVersion(IntByReference value) {
      value.setValue(version);
      return 0;
    }

    @Override
    public int cuDeviceGetCount(IntByReference count) {
      count.setValue(gpus);
      return 0;
    }

    @Override
    public int cuDeviceGet(IntByReference device, int ordinal) {
      device.setValue(7 + ordinal);
      return 0;
    }

    @Override
    public int cuDeviceGetName(byte[] name, int size, int device) {
      byte[] text = ("NVIDIA X" + device).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(text, 0, name, 0, text.length);
      return 0;
    }

    @Override
    public int cuDeviceTotalMem_v2(LongByReference bytes, int device) {
      bytes.setValue(1_000_000_000L * device);
      return 0;
    }

    @Override
    public int cuDeviceGetAttribute(IntByReference value, int attribute, int device) {
      value.setValue(attribute == 75 ? 9 : attribute == 76 ? 1 : -1);
      return 0;
    }
  }

  @Test
  void listsDevices() {
    CudaDriver driver = CudaDriver.ask(new Driver(0, 12_040, 2));

    assertEquals(
        new CudaDriver(
            Optional.empty(),
            "12.4",
            List.of(
                new Gpu(0, "NVIDIA X7", 7_000_000_000L, "9.1"),
                new Gpu(1, "NVIDIA X8", 8_000_000_000L, "9.1"))),
        driver);
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(
        Optional.of("NVIDIA's driver does not start: initialization error (error 3)"),
        CudaDriver.ask(new Driver(3, 12_040, 0)).problem());
    Optional<String> nothing =
        Optional.of("NVIDIA's driver finds no device, or CUDA_VISIBLE_DEVICES hides it");
    assertEquals(nothing, CudaDriver.ask(new Driver(NO_DEVICE, 12_040, 0)).problem());
    assertEquals(nothing, CudaDriver.ask(new Driver(0, 12_040, 0)).problem());
    assertEquals(
        Optional.of("NVIDIA's driver is too old: it runs CUDA 11.8, needed is 12.0"),
        CudaDriver.ask(new Driver(0, 11_080, 1)).problem());
  }
}
