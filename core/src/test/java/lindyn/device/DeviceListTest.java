package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceListTest {

  private static List<TensorFlowDevice> devices(String... tasksAndDevices) {
    return Stream.of(tasksAndDevices)
        .map(place -> place.replaceFirst(" ", "/device:"))
        .map(place -> TensorFlowDevice.named("/job:worker/replica:0/task:" + place))
        .toList();
  }

  /** So that a trainer with many threads does not keep all the work to itself. */
  @Test
  void firstDevicesOfAllProcessesComeFirst() {
    assertEquals(
        devices("0 CPU:0", "1 CPU:0", "2 CPU:0", "0 CPU:1", "2 CPU:1"),
        DeviceList.inTurns(devices("0 CPU:0", "0 CPU:1", "1 CPU:0", "2 CPU:0", "2 CPU:1")));
  }

  @Test
  void gpusAreTakenInsteadOfTheirProcessor() {
    assertEquals(
        devices("0 CPU:0", "1 GPU:0", "1 GPU:1"),
        DeviceList.inTurns(devices("1 CPU:0", "1 GPU:1", "1 GPU:0", "0 CPU:0")));
  }

  @Test
  void thisProcessHasAProcessor() {
    TensorFlowDevice first = DeviceList.ofThisProcess().get(0);

    assertEquals("CPU", first.type());
    assertEquals(0, first.task());
    assertEquals(0, first.index());
  }

  @Test
  void unknownNamesAreADefect() {
    assertThrows(IllegalStateException.class, () -> TensorFlowDevice.named("cpu:0"));
  }
}
