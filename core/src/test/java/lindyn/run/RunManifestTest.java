package lindyn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.Provenance;
import lindyn.lstm.LstmConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunManifestTest {

  private record Results(double nmse, List<Double> perJoint) {}

  private static final RunManifest MANIFEST =
      new RunManifest(
          Versions.current("2.18.0"),
          new Invocation(List.of("train", "arm.csv"), "/home/robot"),
          new RunManifest.Execution("cpu", 2, 7),
          List.of(new Provenance.Source("arm.csv", "ab12", 100)),
          LstmConfig.PAPER,
          new Results(Double.NaN, List.of(0.5, Double.POSITIVE_INFINITY)));

  @Test
  void hasEveryPartUnderItsName(@TempDir Path folder) throws IOException {
    MANIFEST.write(folder);

    JsonNode json = new ObjectMapper().readTree(folder.resolve("run.json").toFile());

    assertEquals("2.18.0", json.at("/versions/tensorflow").asText());
    assertEquals(7, json.at("/execution/seed").asLong());
    assertEquals("arm.csv", json.at("/sources/0/file").asText());
    assertEquals("SIGMOID", json.at("/configuration/cell").asText());
    assertEquals("Window", json.at("/configuration/history/kind").asText());
    assertEquals(10, json.at("/configuration/history/timeSteps").asInt());
    assertEquals("arm.csv", json.at("/invocation/arguments/1").asText());
  }

  @Test
  void writesNumbersThatAreNotFiniteAsNull(@TempDir Path folder) throws IOException {
    MANIFEST.write(folder);

    JsonNode results =
        new ObjectMapper().readTree(folder.resolve("run.json").toFile()).at("/results");

    assertTrue(results.at("/nmse").isNull());
    assertTrue(results.at("/perJoint/1").isNull());
    assertEquals(0.5, results.at("/perJoint/0").asDouble(), 0.0);
  }

  @Test
  void replacesAFileAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "old");

    MANIFEST.write(folder);

    assertTrue(Files.readString(file).startsWith("{"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void saysWhichFileCannotBeWritten(@TempDir Path folder) {
    Path missing = folder.resolve("missing");

    var error = assertThrows(UncheckedIOException.class, () -> MANIFEST.write(missing));

    assertTrue(String.valueOf(error.getMessage()).contains(missing.resolve("run.json").toString()));
  }

  @Test
  void knowsTheVersionOfTheBuild() {
    assertTrue(Versions.lindynVersion().matches("\\d+\\.\\d+\\.\\d+.*"), Versions.lindynVersion());
  }
}
