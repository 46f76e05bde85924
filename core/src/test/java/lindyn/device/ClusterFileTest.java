package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.InputException;
import lindyn.file.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterFileTest {

  @TempDir private Path folder;

  private List<String> read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("cluster.json"), json);
    return ClusterFile.read(new InputFile(file));
  }

  @Test
  void readsAddresses() throws IOException {
    assertEquals(
        List.of("10.0.0.1:2222", "robot-lab:65535"),
        read("{\"workers\": [\"10.0.0.1:2222\", \"robot-lab:65535\"]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"workers\": [\"a:1\"                  | close marker for Array); expected {",
        "[\"a:1\"]                              | no JSON object",
        "{\"hosts\": [\"a:1\"]}                  | unknown key \"hosts\"",
        "{}                                     | no list \"workers\"",
        "{\"workers\": []}                       | no list \"workers\"",
        "{\"workers\": [\"a\"]}                  | no name or IPv4 address",
        "{\"workers\": [\"http://a:80\"]}        | no name or IPv4 address",
        "{\"workers\": [\"a,b:80\"]}             | \"a,b:80\", which is no name or IPv4 address",
        "{\"workers\": [5]}                      | no name or IPv4 address",
        "{\"workers\": [\"a:0\"]}                | port 0",
        "{\"workers\": [\"a:65536\"]}            | port 65536",
        "{\"workers\": [\"a:1\", \"a:1\"]}       | a:1 twice",
      })
  void refusesOthers(String json, String reason) {
    InputException error = assertThrows(InputException.class, () -> read(json));

    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(reason), message);
    assertTrue(message.contains("cluster.json"), message);
  }
}
