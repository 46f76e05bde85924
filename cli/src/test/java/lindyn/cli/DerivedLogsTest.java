package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of positions and torques alone: training, and what the model asks of further logs. */
class DerivedLogsTest {

  private static final String HOW =
      "qd and qdd derived from q: causal Butterworth filter, order 2, 12 Hz";

  @TempDir static Path folder;
  private static Path complete;
  private static Path positions;
  private static Path run;
  private static CommandRun trained;

  @BeforeAll
  static void train() throws IOException {
    complete = ToyLog.write(folder.resolve("complete.csv"), 8, 1);
    positions = folder.resolve("positions.csv");
    List<String> rows =
        Files.readAllLines(complete).stream()
            .map(row -> row.split(",", -1))
            .map(c -> String.join(",", c[0], c[1], c[2], c[3], c[8], c[9]))
            .toList();
    Files.write(positions, rows);
    run = folder.resolve("run");
    trained =
        CommandRun.of(
            "train",
            positions,
            "--out",
            run,
            "--derivatives=causal",
            "--cutoff=12",
            "--epochs=3",
            "--hidden-units=4",
            "--sequence=60");
  }

  @Test
  void theUserIsToldWhatIsDerived() {
    assertEquals(0, trained.exitCode(), trained.err());
    assertTrue(trained.err().contains("note: " + HOW), trained.err());
  }

  @Test
  void theModelAndItsRunRememberHow() throws IOException {
    CommandRun info = CommandRun.of("info", run.resolve("model"));

    assertTrue(info.out().contains("derivatives      " + HOW), info.out());
    assertTrue(Files.readString(run.resolve("model/model-card.md")).contains(HOW));
    assertTrue(Files.readString(run.resolve("report.html")).contains(HOW));
    assertEquals(
        HOW,
        new ObjectMapper()
            .readTree(Files.readString(run.resolve("run.json")))
            .at("/configuration/derivatives")
            .asText());
  }

  @Test
  void theModelDerivesInTheSameWayFromAnyLog() {
    CommandRun fromPositions = CommandRun.of("predict", run.resolve("model"), positions);
    CommandRun fromAll = CommandRun.of("predict", run.resolve("model"), complete);

    assertEquals(0, fromPositions.exitCode(), fromPositions.err());
    assertTrue(fromPositions.err().contains("note: " + HOW), fromPositions.err());
    assertEquals(fromPositions.out(), fromAll.out());
    assertEquals(0, CommandRun.of("evaluate", run.resolve("model"), complete, "--json").exitCode());
  }

  @Test
  void resamplesToTheModelsPeriod() throws IOException {
    Path fast = folder.resolve("fast.csv");
    var csv = new StringBuilder("t,q1,q2\n");
    for (int i = 0; i < 200; i++) {
      csv.append(0.0025 * i).append(",").append(Math.sin(0.01 * i)).append(",0\n");
    }
    Files.writeString(fast, csv);

    CommandRun predicted =
        CommandRun.of("predict", run.resolve("model"), fast, "--irregular", "resample");

    assertEquals(0, predicted.exitCode(), predicted.err());
    assertEquals(1 + 50, predicted.out().lines().count());
  }

  @Test
  void aModelOfMeasuredInputsRefusesLogsWithoutThem() {
    Path measured = folder.resolve("measured");
    CommandRun.of(
        "train", complete, "--out", measured, "--epochs=1", "--hidden-units=4", "--sequence=60");

    CommandRun refused = CommandRun.of("evaluate", measured.resolve("model"), positions);

    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("positions.csv:1: no columns qd1.."), refused.err());
    assertTrue(refused.err().contains("qd and qdd measured"), refused.err());
  }
}
