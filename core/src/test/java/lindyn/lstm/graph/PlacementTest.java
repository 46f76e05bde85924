package lindyn.lstm.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.device.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.DeviceSpec;
import org.tensorflow.proto.ConfigProto;

class PlacementTest {

  /** A device of its own is worth 8 sequences or more; what is left of the threads helps it. */
  @ParameterizedTest
  @CsvSource({"1, 100, 1, 1", "4, 100, 4, 1", "8, 16, 2, 4", "3, 16, 2, 1", "8, 7, 1, 8"})
  void usesNoMoreDevicesThanThereIsWorkFor(int threads, int batch, int towers, int threadsOfEach) {
    Placement placement = Placement.of(new Device.Cpu(threads), batch);

    assertEquals(
        IntStream.range(0, towers).boxed().toList(),
        placement.towers().stream().map(DeviceSpec::deviceIndex).toList());
    assertEquals(threadsOfEach, placement.settings().getIntraOpParallelismThreads());
    assertEquals(towers, placement.settings().getDeviceCountOrThrow("CPU"));
    assertEquals(0, placement.settings().getDeviceCountOrThrow("GPU"));
    assertEquals(1, placement.homes().stream().distinct().count());
  }

  @Test
  void labelsGpusAsTheDriverCountsThem() {
    Placement some = placement("", List.of(2, 5));
    Placement cluster = placement("grpc://localhost:1", List.of());

    assertEquals("gpu:5", some.label("/job:localhost/replica:0/task:0/device:GPU:1"));
    assertEquals("cpu:0", some.label("/job:localhost/replica:0/task:0/device:CPU:0"));
    assertEquals("task:3 gpu:1", cluster.label("/job:worker/replica:0/task:3/device:GPU:1"));
  }

  private static Placement placement(String target, List<Integer> gpus) {
    return new Placement(target, ConfigProto.getDefaultInstance(), List.of(), List.of(), gpus, 1);
  }
}
