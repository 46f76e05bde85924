package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a user who trains Gaussian processes. */
class GaussianProcessTest {

  private static final String SPLIT =
      "{\"train\": [1, 2, 3, 4, 5], \"val\": [6], \"test\": [7, 8]}";

  @TempDir static Path folder;
  private static Path log;
  private static Path split;
  private static CommandRun exact;
  private static CommandRun sparse;

  @BeforeAll
  static void train() throws IOException {
    log = ToyLog.write(folder.resolve("toy.csv"), 8, 1);
    split = Files.writeString(folder.resolve("split.json"), SPLIT);
    exact = train("gp", "exact", "--preset", "paper", "--points", "150");
    sparse = train("sgpr", "sparse", "--inducing-points", "60");
  }

  private static CommandRun train(String model, String name, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("train", log, "--model", model, "--json"));
    arguments.addAll(List.of("--split", split, "--out", folder.resolve(name)));
    arguments.addAll(Arrays.asList(more));
    return CommandRun.of(arguments.toArray());
  }

  private static JsonNode json(CommandRun command) throws IOException {
    assertEquals(0, command.exitCode(), command.err());
    return new ObjectMapper().readTree(command.out());
  }

  @Test
  void processesBeatTheLinearModel() throws IOException {
    for (CommandRun trained : List.of(exact, sparse)) {
      JsonNode result = json(trained);
      double error = result.at("/test/nmse/mean").doubleValue();

      assertTrue(error < result.at("/baselines/linear/nmse/mean").doubleValue() / 2, "" + error);
    }
  }

  @Test
  void theResultTellsHowTheSearchWent() throws IOException {
    JsonNode training = json(exact).path("train");

    assertEquals(150, training.path("points").intValue());
    assertEquals(750, training.path("samples").intValue());
    assertTrue(training.path("seconds").doubleValue() > 0);
    assertEquals(2, training.path("processes").size());
    JsonNode process = training.path("processes").get(0);
    assertEquals(0, process.at("/joints/0").intValue());
    assertTrue(process.path("signalVariance").doubleValue() > 0);
    assertEquals(1, process.path("lengthScales").size());
    assertTrue(process.path("noiseVariance").doubleValue() > 0);
    assertTrue(Double.isFinite(process.path("logMarginalLikelihood").doubleValue()));
    assertTrue(process.path("restarts").size() >= 3);
    assertEquals(1, process.at("/scales/0").doubleValue());
    assertEquals(150, process.at("/restarts/0/points").intValue());
  }

  @Test
  void evaluationOfTheReloadedModelGivesTheSameErrors() throws IOException {
    for (String name : List.of("exact", "sparse")) {
      JsonNode again =
          json(
              CommandRun.of(
                  "evaluate", folder.resolve(name + "/model"), log, "--split", split, "--json"));

      JsonNode first = json(name.equals("exact") ? exact : sparse);
      assertEquals(first.path("test"), again.path("test"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exact", "sparse"})
  void predictionsHaveStandardDeviations(String name) throws IOException {
    Path out = folder.resolve(name + ".csv");

    CommandRun predicted =
        CommandRun.of("predict", folder.resolve(name + "/model"), log, "--out", out);

    assertEquals(0, predicted.exitCode(), predicted.err());
    List<String> rows = Files.readAllLines(out);
    assertEquals("trajectory,t,tau1,tau2,sd1,sd2", rows.get(0));
    assertEquals(1 + 8 * ToyLog.TIME_STEPS, rows.size());
    for (String row : rows.subList(1, rows.size())) {
      assertTrue(Double.parseDouble(row.split(",", -1)[4]) > 0, row);
    }
  }

  @Test
  void infoShowsTheHyperparameters() {
    CommandRun info = CommandRun.of("info", folder.resolve("exact/model"));

    assertEquals(0, info.exitCode(), info.err());
    assertTrue(info.out().contains("noise variance"), info.out());
    assertTrue(info.out().contains("toy.csv, 1,200 samples"), info.out());
  }

  @Test
  void theSameSeedGivesTheSameBits() throws IOException {
    train("gp", "again", "--preset", "paper", "--points", "150");

    assertArrayEquals(
        Files.readAllBytes(folder.resolve("exact/model/weights.safetensors")),
        Files.readAllBytes(folder.resolve("again/model/weights.safetensors")));
  }

  @Test
  void baseWindowKernelAndSharingAreOptions() throws IOException {
    JsonNode result =
        json(
            train(
                "gp",
                "options",
                "--points",
                "100",
                "--base",
                "rigid_body",
                "--window",
                "3",
                "--kernel",
                "matern-32",
                "--restarts",
                "0"));

    assertTrue(result.at("/baselines/rigidBody/nmse/mean").doubleValue() > 0);
    JsonNode processes = result.at("/train/processes");
    assertEquals(1, processes.size());
    assertEquals(6, processes.at("/0/lengthScales").size());
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("options/run.json").toFile());
    assertEquals("MATERN_32", manifest.at("/configuration/model/kernel").textValue());
  }

  @Test
  void comparesModelsOnTheSameSplit() throws IOException {
    Path out = folder.resolve("compared");

    CommandRun compared =
        CommandRun.of(
            "compare",
            log,
            "--models",
            "mean,linear,gp,gp-window-base,sgpr,lstm",
            "--window",
            "3",
            "--points",
            "100",
            "--inducing-points",
            "30",
            "--restarts",
            "0",
            "--split",
            split,
            "--out",
            out,
            "--json");

    JsonNode result = json(compared);
    List<String> names = new ArrayList<>();
    result.fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("mean", "linear", "gp", "gp-window-base", "sgpr", "lstm"), names);
    for (JsonNode model : result) {
      assertEquals(300, model.at("/test/samples").intValue());
      assertTrue(model.path("numbers").longValue() > 0);
      assertTrue(model.path("predictionMicros").doubleValue() > 0);
    }
    assertTrue(result.at("/gp/calibration/coverage95").doubleValue() > 0.5);
    assertTrue(Double.isFinite(result.at("/sgpr/calibration/nlpd").doubleValue()));
    assertTrue(result.at("/lstm/calibration").isNull(), result.at("/lstm").toString());
    double linear = result.at("/linear/test/nmse/mean").doubleValue();
    assertTrue(result.at("/gp/test/nmse/mean").doubleValue() < linear);
    assertTrue(linear < result.at("/mean/test/nmse/mean").doubleValue());
    assertEquals(100, result.at("/gp/samples").intValue());
    assertEquals(750, result.at("/lstm/samples").intValue());
    assertTrue(Files.readString(out.resolve("report.html")).contains("gp-window-base"));
    assertTrue(Files.exists(out.resolve("gp/model/lindyn.json")));
    assertEquals(result, new ObjectMapper().readTree(out.resolve("compare.json").toFile()));
  }

  @Test
  void everyNameIsTheModelThatItSays() throws IOException {
    Path out = folder.resolve("names");

    CommandRun compared =
        CommandRun.of(
            "compare",
            log,
            "--models",
            "gp,gp-per-joint,gp-paper,gp-window,gp-base,gp-window-base,sgpr,sgpr-window-base",
            "--window",
            "2",
            "--points",
            "60",
            "--inducing-points",
            "20",
            "--restarts",
            "0",
            "--split",
            split,
            "--out",
            out);

    assertEquals(0, compared.exitCode(), compared.err());
    assertEquals("PER_INPUT SHARED ZERO 1 subset-of-data", settings(out, "gp"));
    assertEquals("PER_INPUT PER_JOINT ZERO 1 subset-of-data", settings(out, "gp-per-joint"));
    assertEquals("ISOTROPIC PER_JOINT ZERO 1 subset-of-data", settings(out, "gp-paper"));
    assertEquals("PER_INPUT SHARED ZERO 2 subset-of-data", settings(out, "gp-window"));
    assertEquals("PER_INPUT SHARED RIGID_BODY 1 subset-of-data", settings(out, "gp-base"));
    assertEquals("PER_INPUT SHARED RIGID_BODY 2 subset-of-data", settings(out, "gp-window-base"));
    assertEquals("PER_INPUT SHARED ZERO 1 sparse", settings(out, "sgpr"));
    assertEquals("PER_INPUT SHARED RIGID_BODY 2 sparse", settings(out, "sgpr-window-base"));
  }

  private static String settings(Path out, String model) throws IOException {
    JsonNode config =
        new ObjectMapper()
            .readTree(out.resolve(model).resolve("run.json").toFile())
            .at("/configuration/model");
    return String.join(
        " ",
        config.path("lengthScales").asText(),
        config.path("outputs").asText(),
        config.path("mean").asText(),
        config.path("window").asText(),
        config.at("/approximation/kind").asText());
  }

  @Test
  void baselinesAloneCanBeCompared() throws IOException {
    Path out = folder.resolve("baselines");

    CommandRun compared =
        CommandRun.of(
            "compare", log, "--models", "mean,rigid-body", "--split", split, "--out", out);

    assertEquals(0, compared.exitCode(), compared.err());
    assertTrue(compared.out().contains("rigid-body"), compared.out());
    assertTrue(Files.exists(out.resolve("report.html")));
  }

  @Test
  void aModelThatFailsIsLeftOut() throws IOException {
    Path constant = folder.resolve("all-constant.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(log));
    rows.replaceAll(
        row ->
            row.startsWith("trajectory")
                ? row
                : String.join(",", List.of(row.split(",", -1)).subList(0, 8)) + ",1.5,2.5");
    Files.write(constant, rows);

    CommandRun compared =
        CommandRun.of(
            "compare",
            constant,
            "--models",
            "gp,mean",
            "--json",
            "--split",
            split,
            "--out",
            folder.resolve("left-out"));

    assertEquals(1, compared.exitCode(), compared.err());
    assertTrue(compared.err().contains("gp failed: the torques of all joints"), compared.err());
    assertEquals(1, new ObjectMapper().readTree(compared.out()).size());
  }

  @Test
  void torquesAloneAreAnOption() throws IOException {
    CommandRun predicted =
        CommandRun.of("predict", folder.resolve("exact/model"), log, "--torques-only");

    assertEquals(0, predicted.exitCode(), predicted.err());
    assertEquals("trajectory,t,tau1,tau2", predicted.out().lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train LOG --model gp --epochs 5|--epochs is an option of --model lstm",
        "train LOG --model lstm --points 5|--points is an option of --model gp",
        "train LOG --points 5|--points is an option of --model gp",
        "train LOG --model gp --inducing-points 5|--inducing-points is an option of --model sgpr",
        "train LOG --model sgpr --points 5|--points is an option of --model gp",
        "train LOG --model gp --points 1|--points: points must be at least 2, got 1",
        "train LOG --model sgpr --search-points 60|--search-points: search points must be at least",
        "train LOG --model gp --search-points 60|--search-points is an option of --model sgpr",
        "train LOG --model gp --window 0|window",
        "train LOG --model gp --restarts -1|--restarts: restarts must not be negative",
        "train LOG --model gp --kernel rbf|rbf",
        "train LOG --model svm|svm",
        "train LOG --model gp --window 151|fewer than the window of 151 time steps",
        "compare LOG --models gp,svm|found 'svm', expected some of lstm",
        "compare LOG --models gp-paper --length-scales per_input|--length-scales: gp-paper says that",
        "compare LOG --models gp,gp-per-joint --outputs shared|--outputs: gp-per-joint says that",
        "compare LOG --models gp-window --window 0|window",
        "compare LOG --models gp --points 0|points",
        "compare missing.csv|missing.csv",
      })
  void badOptionsAreToldInOneLine(String line, String expected) {
    Object[] arguments = line.replace("LOG", log.toString()).split(" ", -1);

    CommandRun run = CommandRun.of(arguments);

    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void moreInducingPointsThanSamplesAreAllSamples() throws IOException {
    JsonNode result =
        json(train("sgpr", "few", "--sparse-points", "40", "--inducing-points", "500"));

    assertTrue(result.at("/test/nmse/mean").doubleValue() < 1);
  }

  @Test
  void aConstantTorqueIsLearnedAsAConstant() throws IOException {
    Path constant = folder.resolve("constant.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(log));
    rows.replaceAll(
        row ->
            row.startsWith("trajectory") ? row : row.substring(0, row.lastIndexOf(',')) + ",2.5");
    Files.write(constant, rows);
    Path out = folder.resolve("constant");

    CommandRun trained =
        CommandRun.of(
            "train",
            constant,
            "--model",
            "gp",
            "--points",
            "80",
            "--restarts",
            "0",
            "--split",
            split,
            "--out",
            out);

    assertEquals(0, trained.exitCode(), trained.err());
    assertTrue(trained.err().contains("joint2: the torque is constant"), trained.err());
    CommandRun predicted = CommandRun.of("predict", out.resolve("model"), constant);
    assertEquals("2.5", predicted.out().lines().skip(1).findFirst().orElse("").split(",", -1)[3]);
  }
}
