package lindyn.bench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lindyn.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeFilesTest {

  private static final Job JOB = new FakeJob("model", false, () -> 0);

  @TempDir Path folder;
  private OutcomeFiles files;

  @BeforeEach
  void open() {
    files = new OutcomeFiles(folder);
  }

  @Test
  void findsWhatWasKept() {
    var outcome =
        new Outcome(
            Map.of("mse", 0.1 + 0.2, "nmse", Double.POSITIVE_INFINITY),
            Map.of("tau", List.of(1.5, -2e-17)));

    files.keep(JOB, outcome);

    assertEquals(Optional.of(outcome), files.find(JOB));
    assertTrue(Files.exists(folder.resolve("fake/model/n10-plain-01.json")));
  }

  @Test
  void forgetsWhatWasKept() {
    files.keep(JOB, new Outcome(Map.of("mse", 1.0)));

    files.forget(JOB);
    files.forget(JOB);

    assertEquals(Optional.empty(), files.find(JOB));
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    files.keep(JOB, new Outcome(Map.of("mse", 1.0)));
    Path file = folder.resolve("fake/model/n10-plain-01.json");
    Files.writeString(file, "{\"numbers\": {");

    InputException error = assertThrows(InputException.class, () -> files.find(JOB));

    assertTrue(String.valueOf(error.getMessage()).contains(file.toString()));
  }

  @Test
  void anOutcomeOfOtherSettingsIsNone() {
    files.keep(JOB, new Outcome(Map.of("mse", 1.0)));

    assertEquals(Optional.empty(), files.find(new FakeJob("model", "unusual", false, () -> 0)));
  }

  @Test
  void whatIsNotFiniteHasDiverged() {
    var outcome = new Outcome(Map.of("mse", Double.NaN));

    assertEquals(Optional.of(Double.POSITIVE_INFINITY), outcome.find("mse"));
    assertEquals(Optional.empty(), outcome.find("nmse"));
  }
}
