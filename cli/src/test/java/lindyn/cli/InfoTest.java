package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user learns of his logs before he trains. */
class InfoTest {

  @TempDir Path folder;
  private Path sound;
  private Path spoiled;

  @BeforeEach
  void write() throws IOException {
    sound = ToyLog.write(folder.resolve("toy.csv"), 12, 1);
    List<String> rows = new ArrayList<>();
    for (String row : Files.readAllLines(sound)) {
      rows.add(row.replaceFirst(",[^,]*$", row.startsWith("trajectory") ? ",tau2" : ",0.5"));
    }
    spoiled = Files.write(folder.resolve("spoiled.csv"), rows);
  }

  @Test
  void aSoundLogIsSaidToBeSound() {
    CommandRun info = CommandRun.of("info", sound);

    assertEquals(0, info.exitCode(), info.err());
    assertTrue(info.out().contains("trajectories     12"), info.out());
    assertTrue(info.out().contains("and 2 more with 150 to 150 samples"), info.out());
    assertTrue(info.out().stripTrailing().endsWith("no suspicious columns"), info.out());
  }

  @Test
  void findingsComeLast() {
    CommandRun info = CommandRun.of("info", spoiled);

    assertEquals(0, info.exitCode(), info.err());
    String findings = info.out().substring(info.out().indexOf("findings"));
    assertTrue(findings.contains("check  tau2 never changes."), info.out());
  }

  @Test
  void printsOneJsonObjectWithTheDocumentedKeys() throws IOException {
    CommandRun info = CommandRun.of("info", spoiled, "--json");

    JsonNode json = new ObjectMapper().readTree(info.out());
    assertEquals(1800, json.path("samples").intValue());
    assertEquals(2, json.at("/signals/jointNames").size());
    assertEquals(0.01, json.at("/signals/samplePeriod").doubleValue(), 1e-9);
    assertEquals("spoiled.csv", json.at("/files/0/file").textValue());
    assertEquals(12, json.path("trajectories").size());
    assertEquals(0.01, json.at("/trajectories/0/periods/longest").doubleValue(), 1e-9);
    assertEquals(8, json.at("/intervals/bands").size());
    assertEquals(0, json.at("/intervals/gapCount").intValue());
    assertEquals("q1", json.at("/columns/0/name").textValue());
    assertEquals(5, json.at("/columns/0/quantiles").size());
    assertEquals("constant", json.at("/columns/7/findings/0").textValue());
    assertEquals("constant", json.at("/findings/0/kind").textValue());
    assertEquals("check", json.at("/findings/0/severity").textValue());
    assertEquals("tau2", json.at("/findings/0/evidence/0/where").textValue());
    assertEquals(0.5, json.at("/findings/0/evidence/0/value").doubleValue());
  }

  @Test
  void writesAPage() throws IOException {
    Path page = folder.resolve("page.html");

    CommandRun info = CommandRun.of("info", spoiled, "--report", page);

    assertEquals(0, info.exitCode(), info.err());
    assertTrue(Files.readString(page).contains("tau2 never changes"));
  }

  @Test
  void refusesToOverwriteAPage() {
    CommandRun info = CommandRun.of("info", sound, "--report", sound);

    assertEquals(2, info.exitCode());
    assertTrue(info.err().contains("exists"), info.err());
    assertEquals("", info.out());
  }

  @Test
  void plotsAreForLogs() {
    CommandRun info = CommandRun.of("info", folder, "--json");

    assertEquals(2, info.exitCode());
    assertTrue(info.err().contains("are for logs"), info.err());
    assertFalse(info.err().contains("\tat "), info.err());
  }
}
