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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings in a file are settings on the command line. */
class ConfigFileTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path log;
  private Path run;
  private Path config;

  @BeforeEach
  void write() {
    log = ToyLog.write(folder.resolve("toy.csv"), 4, 1);
    run = folder.resolve("run");
    config = folder.resolve("best.json");
  }

  private CommandRun train(String json, Object... more) throws IOException {
    Files.writeString(config, json);
    List<Object> arguments = new ArrayList<>(List.of("train", log, "--config", config));
    arguments.addAll(List.of("--out", run));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  private JsonNode manifest() throws IOException {
    return JSON.readTree(run.resolve("run.json").toFile());
  }

  @Test
  void theCommandLineWins() throws IOException {
    CommandRun trained =
        train(
            "{\"hidden-units\": 3, \"base\": \"none\", \"sequence\": 20, \"epochs\": 9}",
            "--epochs=2",
            "--engine=block");

    assertEquals(0, trained.exitCode(), trained.err());
    assertEquals(3, manifest().at("/configuration/network/hiddenUnits").asInt());
    assertEquals("NONE", manifest().at("/configuration/network/base").asText());
    assertEquals(2, manifest().at("/configuration/training/limits/epochs").asInt());
  }

  @Test
  void aRunGoesOnWithoutTheFile() throws IOException {
    train("{\"hidden-units\": 3, \"sequence\": 20, \"epochs\": 2, \"engine\": \"block\"}");
    Files.delete(config);
    var json = (ObjectNode) manifest();
    Files.writeString(run.resolve("run.json"), json.putNull("results").toString());

    CommandRun resumed = CommandRun.of("resume", run);

    assertEquals(0, resumed.exitCode(), resumed.err());
    assertEquals(3, manifest().at("/configuration/network/hiddenUnits").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"hiden-units\": 3}            | best.json:1: has an unknown key \"hiden-units\"",
        "{\"out\": \"a\"}                | \"out\" is no setting of a model",
        "{\"cluster\": \"a\"}            | give --cluster on the command line",
        "{\"config\": \"a\"}             | \"config\" is no setting of a model",
        "{\"extra-inputs\": \"load\"}    | give --extra-inputs on the command line",
        "{\"hidden-units\": \"many\"}    | best.json: \"hidden-units\": ",
        "{\"hidden-units\": 3.5}         | '3.5' is not an int",
        "{\"hidden-units\": [3]}         | \"hidden-units\" is neither a number nor a text",
        "{\"hidden-units\": null}        | \"hidden-units\" is neither",
        "{\"hidden-units\": 3, \"hidden-units\": 4} | Duplicate",
        "{\"hidden-units\": 0}           | best.json: with the command line: network options",
        "{\"learning-rate\": -1}         | best.json: with the command line: training options",
        "{\"points\": 100}               | --points is an option of --model gp",
        "{\"window\": 9, \"sequence\": 20} | --window and --sequence",
        "{\"hidden-units\": 3            | best.json:1: is not JSON",
        "{\"hidden-units\": 3} {}        | goes on after its JSON object",
        "[3]                             | holds no JSON object",
        "``                              | holds no JSON object"
      })
  void badFilesAreRefused(String json, String words) throws IOException {
    CommandRun command = train(json);

    assertEquals(2, command.exitCode(), command.err());
    assertTrue(command.err().startsWith("lindyn: " + config), command.err());
    assertTrue(command.err().contains(words), command.err());
    assertEquals(1, command.err().lines().count(), command.err());
    assertFalse(Files.exists(run));
  }

  @Test
  void aMissingFileIsNamed() {
    CommandRun command = CommandRun.of("train", log, "--config=" + folder.resolve("no.json"));

    assertEquals(2, command.exitCode(), command.err());
    assertTrue(command.err().contains("no.json: no such file"), command.err());
  }
}
