package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were interrupted go on, or say why they cannot. */
class ResumeCommandTest {

  private static final String WEIGHTS = "model/weights.safetensors";

  @TempDir Path folder;
  private Path log;
  private Path run;

  @BeforeEach
  void write() {
    log = ToyLog.write(folder.resolve("toy.csv"), 4, 1);
    run = folder.resolve("run");
  }

  private List<Object> arguments(Path out, int epochs, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train", log, "--out", out, "--base=none", "--hidden-units=3", "--sequence=20"));
    arguments.addAll(List.of("--epochs=" + epochs, "--patience=" + epochs));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private CommandRun train(Path out, Object... more) {
    return CommandRun.of(arguments(out, 6, more).toArray());
  }

  /** Makes a finished run what it was before the last checkpoint. */
  private void unfinish() throws IOException {
    dropResults();
    delete(checkpoints().get(1));
  }

  private void dropResults() throws IOException {
    Path manifest = run.resolve("run.json");
    var json = (ObjectNode) new ObjectMapper().readTree(manifest.toFile());
    Files.writeString(manifest, json.putNull("results").toString());
  }

  private List<Path> checkpoints() throws IOException {
    try (Stream<Path> saved = Files.list(run.resolve("checkpoints"))) {
      return saved.sorted().toList();
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void assertRefused(CommandRun command, String... words) {
    assertEquals(2, command.exitCode(), command.err());
    for (String word : words) {
      assertTrue(command.err().contains(word), () -> word + " is not in: " + command.err());
    }
    assertFalse(command.err().contains("\tat "), command.err());
  }

  /** Times differ from run to run. */
  private static List<String> timeless(Path metrics) throws IOException {
    return Files.readAllLines(metrics).stream()
        .map(line -> line.replaceAll(",[^,]*,[^,]*$", ""))
        .toList();
  }

  @Test
  void aRunGoesOnFromItsLastCheckpoint() throws IOException {
    assertEquals(0, train(run, "--checkpoint-minutes=0", "--json").exitCode());
    byte[] weights = Files.readAllBytes(run.resolve(WEIGHTS));
    List<String> metrics = timeless(run.resolve("metrics.csv"));
    unfinish();

    CommandRun resumed = CommandRun.of("resume", run);

    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains("going on in epoch 6, after 1 "), resumed.err());
    assertTrue(resumed.out().contains("\"nmse\""), resumed.out()); // as the command had asked for
    assertArrayEquals(weights, Files.readAllBytes(run.resolve(WEIGHTS)));
    assertEquals(metrics, timeless(run.resolve("metrics.csv")));
    assertTrue(Files.exists(run.resolve("report.html")));
    assertRefused(CommandRun.of("resume", run), run.toString(), "finished");
  }

  @Test
  void aDamagedCheckpointIsPassedOver() throws IOException {
    train(run, "--checkpoint-minutes=0");
    byte[] weights = Files.readAllBytes(run.resolve(WEIGHTS));
    Path last = checkpoints().get(1).resolve("numbers.safetensors");
    dropResults();
    Files.write(last, new byte[100]);

    CommandRun resumed = CommandRun.of("resume", run);

    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains(last + ": "), resumed.err());
    assertArrayEquals(weights, Files.readAllBytes(run.resolve(WEIGHTS)));
  }

  @Test
  void withoutACheckpointTrainingBeginsAnew() throws IOException {
    train(run, "--checkpoint-minutes=0");
    byte[] weights = Files.readAllBytes(run.resolve(WEIGHTS));
    unfinish();
    delete(run.resolve("checkpoints"));

    CommandRun resumed = CommandRun.of("resume", run);

    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains("no checkpoint yet"), resumed.err());
    assertArrayEquals(weights, Files.readAllBytes(run.resolve(WEIGHTS)));
  }

  @Test
  void shortRunsSaveNothing() {
    train(run);

    assertFalse(Files.exists(run.resolve("checkpoints")));
  }

  @Test
  void aLogThatHasChangedIsNamed() throws IOException {
    train(run, "--checkpoint-minutes=0");
    unfinish();
    ToyLog.write(log, 4, 2);

    assertRefused(CommandRun.of("resume", run), "toy.csv: has changed", "SHA-256");
    assertEquals(1, checkpoints().size());
  }

  @Test
  void aSplitThatHasChangedIsNamed() throws IOException {
    Path split = folder.resolve("s.json");
    Files.writeString(split, "{\"train\": [1, 2], \"val\": [3], \"test\": [4]}");
    train(run, "--checkpoint-minutes=0", "--split", split);
    unfinish();
    Files.writeString(split, "{\"train\": [1, 3], \"val\": [2], \"test\": [4]}");

    assertRefused(CommandRun.of("resume", run), "configuration.trajectories.train");
  }

  @Test
  void aModelThatWentOnGoesOn() throws IOException {
    Path first = folder.resolve("first");
    assertEquals(0, train(first).exitCode());
    Path more = ToyLog.write(folder.resolve("more.csv"), 4, 2);
    Object[] command = {
      "train",
      more,
      "--out",
      run,
      "--continue",
      first.resolve("model"),
      "--epochs=6",
      "--patience=6",
      "--checkpoint-minutes=0"
    };
    assertEquals(0, CommandRun.of(command).exitCode());
    byte[] weights = Files.readAllBytes(run.resolve(WEIGHTS));
    unfinish();

    assertEquals(0, CommandRun.of("resume", run).exitCode());

    assertArrayEquals(weights, Files.readAllBytes(run.resolve(WEIGHTS)));
    unfinish();
    delete(first);
    assertEquals(0, train(first, "--seed=2").exitCode());
    assertRefused(CommandRun.of("resume", run), "configuration.continued.sha256");
  }

  @Test
  void foldersThatAreNoRunsAreRefused() {
    assertRefused(CommandRun.of("resume", folder), folder.toString(), "run.json");
    assertRefused(CommandRun.of("resume", folder.resolve("no")), "no such folder");
    assertRefused(CommandRun.of("resume"), "RUN");
  }

  @Test
  void runsOfOtherCommandsAreRefused() throws IOException {
    Files.createDirectories(run);
    Files.writeString(
        run.resolve("run.json"),
        "{\"invocation\": {\"arguments\": [\"compare\", \"a.csv\"], \"folder\": \"/\"}}");

    assertRefused(CommandRun.of("resume", run), run.toString(), "lindyn compare");
  }

  @Test
  void aRunThatAnotherProcessHasIsRefused() throws IOException {
    train(run, "--checkpoint-minutes=0");
    unfinish();

    RunLock lock = RunLock.of(run);
    assertRefused(CommandRun.of("resume", run), "another process");
    lock.close();
    assertEquals(0, CommandRun.of("resume", run).exitCode());
  }

  @Test
  void divergenceMakesNoModel() {
    CommandRun diverged = train(run, "--checkpoint-minutes=0", "--learning-rate=1e30");

    assertEquals(1, diverged.exitCode(), diverged.err());
    assertTrue(diverged.err().contains("try a learning rate of 1.0E+29"), diverged.err());
    assertFalse(Files.exists(run.resolve("model")));
  }

  /** SIGTERM does what Ctrl-C does, and can be sent from here. */
  @Test
  void aSignalSavesAndSaysHowToGoOn() throws Exception {
    Path whole = folder.resolve("whole");
    assertEquals(0, CommandRun.of(arguments(whole, 600).toArray()).exitCode());
    Process process = LindynProcess.start(arguments(run, 600).toArray());
    List<String> lines = new ArrayList<>();
    try (BufferedReader err = process.errorReader()) {
      String line = err.readLine();
      while (line != null) {
        lines.add(line);
        if (line.startsWith("epoch 1 of")) {
          process.toHandle().destroy(); // the process itself would close its streams
        }
        line = err.readLine();
      }
    }

    String last = lines.get(lines.size() - 1);
    assertEquals(130, process.waitFor(), last);
    assertTrue(last.endsWith("all is saved; go on with: lindyn resume " + run), last);
    CommandRun resumed = CommandRun.of("resume", run);
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertArrayEquals(
        Files.readAllBytes(whole.resolve(WEIGHTS)), Files.readAllBytes(run.resolve(WEIGHTS)));
    assertEquals(timeless(whole.resolve("metrics.csv")), timeless(run.resolve("metrics.csv")));
  }
}
