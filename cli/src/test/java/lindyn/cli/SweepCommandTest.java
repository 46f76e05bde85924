package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a log to the settings that suit it, and on to a model. */
class SweepCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The engine that needs no compilation. */
  private static final String ENGINE = "--engine=block";

  @TempDir static Path folder;
  private static Path log;
  private static Path first;
  private static CommandRun swept;

  @TempDir Path own;
  private Path run;

  @BeforeAll
  static void sweepOnce() {
    log = ToyLog.write(folder.resolve("toy.csv"), 5, 1);
    first = folder.resolve("first");
    swept =
        CommandRun.of(
            "sweep",
            log,
            "--out",
            first,
            "--json",
            "--vary=learning-rate=0.1,0.4,1e30,0.02",
            "--hidden-units=3",
            "--base=none",
            "--sequence=20",
            "--epochs=9",
            "--seed=3",
            "--eta=2",
            ENGINE);
  }

  @BeforeEach
  void nameTheRun() {
    run = own.resolve("run");
  }

  private CommandRun sweep(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("sweep", log, "--out", run));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  private void assertRefused(CommandRun command, String... words) {
    assertEquals(2, command.exitCode(), command.err());
    assertTrue(command.err().startsWith("lindyn: "), command.err());
    assertFalse(command.err().contains("\tat "), command.err());
    for (String word : words) {
      assertTrue(command.err().contains(word), () -> word + " is not in: " + command.err());
    }
    assertFalse(Files.exists(run));
  }

  private static double leastValidationError(Path metrics) throws IOException {
    return Files.readAllLines(metrics).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
        .min()
        .orElseThrow();
  }

  @Test
  void trainingWithTheBestSettingsGivesItsValidationErrorAgain() throws IOException {
    assertEquals(0, swept.exitCode(), swept.err());
    JsonNode result = JSON.readTree(swept.out());
    assertEquals(4, result.path("candidates").size());
    assertEquals("diverged", result.at("/candidates/3/state").asText());
    assertEquals("finished", result.at("/best/state").asText());
    assertTrue(swept.err().contains("rung 2 of 2: 2 of 4 candidates, 1 diverged"), swept.err());
    assertEquals(
        Set.of(".lock", "best.json", "report.html", "run.json", "sweep.csv"), namesIn(first));
    Path again = own.resolve("again");
    Path config = first.resolve("best.json");
    assertEquals(0, CommandRun.of("train", log, "--config", config, "--out", again).exitCode());
    assertEquals(
        result.at("/best/validationError").doubleValue(),
        leastValidationError(again.resolve("metrics.csv")));
    JsonNode settings = JSON.readTree(config.toFile());
    assertEquals("none", settings.path("base").asText());
    assertEquals(3, settings.path("seed").asInt());
    assertTrue(settings.path("learning-rate").isNumber(), settings.toString());
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void printsATableAndTheNextCommandForPeople() {
    CommandRun few =
        sweep(
            "--vary=hidden-units=2,3",
            "--sequence=20",
            ENGINE,
            "--epochs=2",
            "--validation-fraction=0.2",
            "--no-cache",
            "--no-halving");

    assertEquals(0, few.exitCode(), few.err());
    assertTrue(few.out().startsWith("candidate  hidden-units  epochs"), few.out());
    assertTrue(
        few.out()
            .contains(
                "lindyn train "
                    + log
                    + " --validation-fraction 0.2 --no-cache --config "
                    + run
                    + "/best.json"),
        few.out());
    assertEquals(2, few.out().split("2/2", -1).length - 1);
  }

  @Test
  void anInterruptedSweepGoesOn() throws IOException {
    String table = timeless(first.resolve("sweep.csv"));
    var manifest = (ObjectNode) JSON.readTree(first.resolve("run.json").toFile());
    Files.writeString(first.resolve("run.json"), manifest.putNull("results").toString());

    CommandRun resumed = CommandRun.of("resume", first);

    assertEquals(0, resumed.exitCode(), resumed.err());
    assertEquals(table, timeless(first.resolve("sweep.csv")));
    CommandRun finished = CommandRun.of("resume", first);
    assertEquals(2, finished.exitCode());
    assertTrue(finished.err().contains("finished"), finished.err());
  }

  private static String timeless(Path table) throws IOException {
    return Files.readString(table).replaceAll(",[0-9.]+,(\\w)", ",$1");
  }

  @Test
  void theDefaultSpaceBeginsWithWhatTrainDoes() throws IOException {
    CommandRun few = sweep("--random=2", "--epochs=1", "--layers=1", "--json", ENGINE);

    JsonNode result = JSON.readTree(few.out());
    JsonNode usual =
        result.at("/candidates/0/number").asInt() == 1
            ? result.at("/candidates/0/settings")
            : result.at("/candidates/1/settings");
    assertEquals("{\"hidden-units\":32,\"learning-rate\":0.2,\"sequence\":100}", usual.toString());
  }

  @Test
  void ifAllDivergeTheExitCodeIsOne() {
    CommandRun few =
        sweep(
            "--vary=learning-rate=1e30,1e31",
            "--hidden-units=2",
            "--sequence=20",
            "--epochs=5",
            ENGINE);

    assertEquals(1, few.exitCode(), few.err());
    assertTrue(few.err().contains("all candidates diverged"), few.err());
    assertFalse(Files.exists(run.resolve("best.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--vary=hidden-units",
        "--vary=hidden-units=",
        "--vary=hidden-units=8,many",
        "--vary=hidden-units=0,8",
        "--vary=hidden-units=8,8",
        "--vary=hidden-units=8..4",
        "--vary=hidden-units=1..many",
        "--vary=learning-rate=-1..1",
        "--vary=base=none..rigid_body",
        "--vary=nothing=1,2",
        "--vary=seed=1,2",
        "--vary=epochs=1,2",
        "--vary=out=a,b",
        "--vary=warm-up=100,200",
        "--random=0",
        "--eta=1",
        "--jobs=0",
        "--model=gp",
        "--threads=2",
        "--max-minutes=1",
        "--learning-rate=-1"
      })
  void impossibleOptionsAreRefused(String option) {
    String name = option.replaceFirst("--vary=", "").replaceFirst("--", "").replaceFirst("=.*", "");

    assertRefused(sweep(option), name.replaceFirst("-rate|-up", ""));
  }

  @Test
  void contradictionsAreRefused() {
    assertRefused(sweep("--vary=layers=1,2", "--layers=1"), "--layers is given too");
    assertRefused(sweep("--vary=layers=1,2", "--vary=layers=3"), "--vary", "layers");
    assertRefused(sweep("--vary=sequence=20,1000"), "sequence=1000", "150");
    assertRefused(
        sweep("--layers=1", "--hidden-units=2", "--learning-rate=0.1", "--sequence=20"), "--vary");
  }
}
