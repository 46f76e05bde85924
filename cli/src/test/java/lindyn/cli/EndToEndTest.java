package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a user: train on a log, then evaluate, predict and look at what came out. */
class EndToEndTest {

  @TempDir static Path folder;
  private static Path log;
  private static Path split;
  private static Path run;
  private static CommandRun trained;

  @BeforeAll
  static void train() throws IOException {
    log = ToyLog.write(folder.resolve("toy log.csv"), 8, 1);
    split =
        Files.writeString(
            folder.resolve("split.json"),
            "{\"train\": [1, 2, 3, 4, 5], \"val\": [6], \"test\": [7, 8]}");
    run = folder.resolve("runs/first");
    trained =
        CommandRun.of(
            "train",
            log,
            "--split",
            split,
            "--out",
            run,
            "--json",
            "--epochs",
            "40",
            "--hidden-units",
            "12",
            "--sequence",
            "60");
  }

  private static JsonNode json(CommandRun command) throws IOException {
    return new ObjectMapper().readTree(command.out());
  }

  @Test
  void trainingEndsWellAndSaysHowItGoes() {
    assertEquals(0, trained.exitCode(), trained.err());
    assertTrue(trained.err().contains("epoch 40 of 40"), trained.err());
  }

  @Test
  void theNetworkEarnsItsKeep() throws IOException {
    JsonNode result = json(trained);

    double network = result.at("/test/nmse/mean").doubleValue();

    assertTrue(network < 0.1, "nmse " + network);
    assertTrue(network < result.at("/baselines/linear/nmse/mean").doubleValue() / 2);
    assertTrue(network < result.at("/baselines/rigidBody/nmse/mean").doubleValue());
  }

  @Test
  void printsOneJsonObjectWithTheDocumentedKeys() throws IOException {
    JsonNode result = json(trained);

    assertEquals(run.resolve("model").toString(), result.path("model").textValue());
    assertEquals(run.toString(), result.path("run").textValue());
    assertEquals(2, result.at("/test/nmse/perJoint").size());
    assertTrue(result.at("/test/mse").doubleValue() > 0);
    assertTrue(result.at("/train/seconds").doubleValue() > 0);
    assertTrue(result.at("/train/timeStepsPerSecond").doubleValue() > 0);
    assertEquals("cpu:0", result.path("device").textValue());
  }

  @Test
  void fillsTheFolderOfTheRun() throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.startsWith("."))
              .map(name -> name.split("\\.", 2)[0])
              .sorted()
              .toList();
      assertEquals(List.of("events", "metrics", "model", "report", "run"), names);
    }
    assertEquals(41, Files.readAllLines(run.resolve("metrics.csv")).size());
    JsonNode manifest = new ObjectMapper().readTree(run.resolve("run.json").toFile());
    assertEquals(5, manifest.at("/configuration/trajectories/train").size());
    assertEquals(12, manifest.at("/configuration/network/hiddenUnits").intValue());
    assertTrue(Files.readString(run.resolve("report.html")).contains("<svg"));
  }

  @Test
  void evaluationOfTheReloadedModelGivesTheSameErrors() throws IOException {
    CommandRun evaluated =
        CommandRun.of("evaluate", run.resolve("model"), log, "--split", split, "--json");

    assertEquals(0, evaluated.exitCode(), evaluated.err());
    JsonNode again = json(evaluated).path("test");
    JsonNode first = json(trained).path("test");
    assertEquals(
        first.at("/nmse/mean").doubleValue(),
        again.at("/nmse/mean").doubleValue(),
        1e-5); // plain Java and TensorFlow round differently
    assertEquals(first.path("samples"), again.path("samples"));
  }

  @Test
  void evaluationPrintsATableForPeople() {
    CommandRun evaluated = CommandRun.of("evaluate", run.resolve("model"), log);

    assertEquals(0, evaluated.exitCode(), evaluated.err());
    assertTrue(evaluated.out().contains("all joints"), evaluated.out());
    assertTrue(evaluated.out().contains("linear"), evaluated.out());
    assertTrue(evaluated.out().contains("mean"), evaluated.out());
    assertTrue(evaluated.err().contains("the model was made from toy log.csv"), evaluated.err());
  }

  @Test
  void predictsARowForEveryRowOfALogWithoutTorques() throws IOException {
    Path motions = folder.resolve("motions.csv");
    List<String> rows = Files.readAllLines(log);
    Files.write(
        motions,
        rows.stream()
            .map(row -> row.substring(0, row.lastIndexOf(',', row.lastIndexOf(',') - 1)))
            .toList());
    Path out = folder.resolve("tau.csv");

    CommandRun predicted = CommandRun.of("predict", run.resolve("model"), motions, "--out", out);

    assertEquals(0, predicted.exitCode(), predicted.err());
    List<String> torques = Files.readAllLines(out);
    assertEquals("trajectory,t,tau1,tau2", torques.get(0));
    assertEquals(rows.size(), torques.size());
    assertEquals(4, torques.get(1).split(",", -1).length);
  }

  @Test
  void describesModelAndLog() {
    CommandRun model = CommandRun.of("info", run.resolve("model"));
    CommandRun data = CommandRun.of("info", log);

    assertEquals(0, model.exitCode(), model.err());
    assertTrue(model.out().contains("toy log.csv, 1,200 samples"), model.out());
    assertEquals(0, data.exitCode(), data.err());
    assertTrue(data.out().contains("trajectories     8"), data.out());
  }

  @Test
  void theSameSeedGivesTheSameBits() throws IOException {
    Path first = folder.resolve("same/1");
    Path second = folder.resolve("same/2");
    for (Path out : List.of(first, second)) {
      CommandRun.of("train", log, "--out", out, "--epochs", "3", "--seed", "5");
    }

    assertArrayEquals(
        Files.readAllBytes(first.resolve("model/weights.safetensors")),
        Files.readAllBytes(second.resolve("model/weights.safetensors")));
  }

  @Test
  void thePapersNetworkTrainsToo() throws IOException {
    CommandRun paper =
        CommandRun.of(
            "train",
            log,
            "--out",
            folder.resolve("paper"),
            "--preset",
            "paper",
            "--json",
            "--epochs",
            "5");

    assertEquals(0, paper.exitCode(), paper.err());
    assertTrue(json(paper).at("/test/nmse/mean").doubleValue() < 1);
    assertTrue(json(paper).at("/baselines/rigidBody").isMissingNode());
  }

  @Test
  void theDemoBeatsTheRigidBodyModel() throws IOException {
    CommandRun demo = CommandRun.of("demo", "--out", folder.resolve("demo"), "--json");

    assertEquals(0, demo.exitCode(), demo.err());
    JsonNode result = json(demo);
    double network = result.at("/test/nmse/mean").doubleValue();
    assertTrue(network < .02, "nmse " + network);
    assertTrue(network < result.at("/baselines/rigidBody/nmse/mean").doubleValue() / 3);
  }
}
