package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lindyn.InputException;
import lindyn.device.Diagnosis.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {

  private static final CudaDriver GOOD =
      new CudaDriver(Optional.empty(), "12.4", List.of(new Gpu(0, "NVIDIA X", 1, "9.0")));

  private static final CudaDriver NO_DRIVER =
      new CudaDriver(Optional.of("there is no driver"), "", List.of());

  @TempDir private Path folder;

  private Diagnosis diagnosis(boolean hasCudaNatives, CudaDriver driver) {
    var libraries = new CudaLibraries(new CudaFolder(folder).libraryPath(), Optional.empty());
    return Diagnosis.of(hasCudaNatives, driver, libraries, Optional.empty());
  }

  @Test
  void namesAllObstacles() {
    assertObstacles(
        diagnosis(false, NO_DRIVER), "the build for the processor", "there is no driver");
    assertObstacles(
        diagnosis(true, NO_DRIVER), "there is no driver", "libcudart.so.12, libnvJitLink.so.12");
    assertObstacles(diagnosis(true, GOOD), "libcudart.so.12, libnvJitLink.so.12");
    new CudaFolder(folder).withAll("9.5.1");
    assertObstacles(diagnosis(true, GOOD));
  }

  private static void assertObstacles(Diagnosis diagnosis, String... expected) {
    List<String> obstacles = diagnosis.obstacles();
    assertEquals(expected.length, obstacles.size(), obstacles::toString);
    for (int i = 0; i < expected.length; i++) {
      assertTrue(obstacles.get(i).contains(expected[i]), obstacles::toString);
    }
  }

  @Test
  void tellsMissingFromTooOld() {
    new CudaFolder(folder).withAll("9.0.0").without(CudaLibrary.CUDART);

    Map<CudaLibrary, State> states =
        diagnosis(true, GOOD).libraries().stream()
            .collect(
                Collectors.toMap(Diagnosis.SystemLibrary::library, Diagnosis.SystemLibrary::state));

    assertEquals(State.MISSING, states.get(CudaLibrary.CUDART));
    assertEquals(State.TOO_OLD, states.get(CudaLibrary.CUDNN));
    assertEquals(State.FOUND, states.get(CudaLibrary.CUBLAS));
  }

  @Test
  void refusesGpusThatAreNotThere() {
    var asked = new Device.Gpus(List.of(0, 2));

    InputException error =
        assertThrows(InputException.class, () -> CudaSetup.requireThere(asked, GOOD.gpus()));

    assertEquals("there is no GPU [2]; this machine has [0]", error.getMessage());
  }

  @Test
  void refusesImpossibleDevices() {
    assertThrows(IllegalArgumentException.class, () -> new Device.Gpus(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Device.Gpus(List.of(-1)));
    assertThrows(IllegalArgumentException.class, () -> new Device.Gpus(List.of(1, 1)));
    for (double fraction : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Device.Gpus(List.of(0), fraction, Device.Precision.FLOAT32));
    }
  }
}
