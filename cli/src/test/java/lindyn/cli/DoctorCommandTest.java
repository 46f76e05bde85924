package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lindyn.device.CudaLibrary;
import lindyn.device.Device;
import lindyn.device.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir private Path folder;

  private static final Diagnosis DIAGNOSIS = Diagnosis.ofThisMachine();

  @Test
  void saysWhatIsThereAndWhatToDo() {
    CommandRun doctor = CommandRun.of("doctor");

    assertEquals(0, doctor.exitCode(), doctor.err());
    Stream.of(CudaLibrary.values())
        .forEach(library -> assertTrue(doctor.out().contains(library.soname()), doctor.out()));
    DIAGNOSIS
        .obstacles()
        .forEach(obstacle -> assertTrue(doctor.out().contains(obstacle), doctor.out()));
    assertTrue(
        doctor
            .out()
            .contains("training    ran on " + (DIAGNOSIS.obstacles().isEmpty() ? "gpu" : "cpu:0")),
        doctor.out());
  }

  @Test
  void saysTheSameToScripts() throws IOException {
    CommandRun doctor = CommandRun.of("doctor", "--json");

    JsonNode findings = new ObjectMapper().readTree(doctor.out());
    assertEquals(DIAGNOSIS.hasCudaNatives(), findings.path("cudaBuild").booleanValue());
    assertEquals(DIAGNOSIS.obstacles().size(), findings.path("obstacles").size());
    assertEquals(CudaLibrary.values().length, findings.path("libraries").size());
    assertFalse(findings.at("/step/device").asText().isEmpty());
    assertTrue(findings.at("/step/loss").isNumber(), doctor.out());
  }

  @Test
  void saysWhyTrainingFails() {
    TrainingStep step = TrainingStep.take(new Device.Gpus(List.of(7_777)));

    assertTrue(String.valueOf(step.failure()).contains("GPU"), step::toString);
    var text = new StringWriter();
    new DoctorText(new PrintWriter(text)).print(DIAGNOSIS, step);
    assertTrue(text.toString().contains("training    failed: "), text::toString);
  }

  /** What cannot be used is no reason to train elsewhere in silence. */
  @Test
  void aGpuThatCannotBeUsedIsAnError() {
    if (DIAGNOSIS.obstacles().isEmpty()) {
      return;
    }
    Path log = ToyLog.write(folder.resolve("toy.csv"), 6, 1);
    for (String device : new String[] {"gpu", "gpu:1", "gpu:all"}) {
      CommandRun refused = CommandRun.of("train", log, "--device", device);

      assertEquals(2, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains(DIAGNOSIS.obstacles().get(0)), refused.err());
      assertTrue(refused.err().contains("lindyn doctor"), refused.err());
    }
  }

  @Test
  void anImpossiblePartOfMemoryIsRefusedWithoutAGpuToo() {
    Path log = ToyLog.write(folder.resolve("toy.csv"), 6, 1);

    CommandRun refused = CommandRun.of("train", log, "--device=auto", "--gpu-memory-fraction=7");

    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains("--gpu-memory-fraction must be in (0, 1]"), refused.err());
  }

  @Test
  void autoTakesTheProcessorThen() {
    if (DIAGNOSIS.obstacles().isEmpty()) {
      return;
    }
    Path log = ToyLog.write(folder.resolve("toy.csv"), 6, 1);

    CommandRun run =
        CommandRun.of(
            "train", log, "--device=auto", "--epochs=1", "--out", folder.resolve("run"), "--json");

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("\"device\" : \"cpu:0\""), run.out());
    assertEquals(2, run.err().split("note: training on the processor: ", -1).length, run.err());
  }
}
