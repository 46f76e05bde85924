package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitFileTest {

  private static final List<Trajectory> TRAJECTORIES =
      Stream.of("1", "2", "3", "left arm", "5")
          .map(id -> RandomTrajectory.of(id, 5, 1, 0, 1))
          .toList();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"val", "validation"})
  void dealsTheNamedTrajectories(String validation) throws IOException {
    Path file =
        write("{\"train\": [2, \"1\"], \"" + validation + "\": [\"left arm\"], \"test\": [3]}");

    Split split = Split.ofFile(TRAJECTORIES, file);

    assertEquals(List.of("2", "1"), ids(split.train()));
    assertEquals(List.of("left arm"), ids(split.validation()));
    assertEquals(List.of("3"), ids(split.test()));
    assertEquals(List.of("5"), split.leftOut());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          empty file        |                                             | holds no JSON object
          not JSON          | train: 1                                    | :1: is not JSON
          cut JSON          | {"train": [1],                              | :1: is not JSON
          two values        | {"train":[1],"val":[2],"test":[3]} x        | :1: is not JSON
          duplicate key     | {"train":[1],"train":[2]}                   | Duplicate field 'train'
          a list            | [1, 2, 3]                                   | holds no JSON object
          unknown key       | {"train":[1],"val":[2],"tset":[3]}          | unknown key "tset"
          no test part      | {"train":[1],"val":[2]}                     | no part "test"
          no train part     | {"test":[1],"val":[2]}                      | no part "train"
          both spellings    | {"val":[1],"validation":[2]}                | has "val" and "validation"
          empty part        | {"train":[1],"val":[],"test":[3]}           | "val" is empty
          not a list        | {"train":1,"val":[2],"test":[3]}            | "train" is not a list
          an object as id   | {"train":[{}],"val":[2],"test":[3]}         | "train" names "{}"
          null as id        | {"train":[null],"val":[2],"test":[3]}       | "train" names "null"
          in two parts      | {"train":[1,2],"val":[2],"test":[3]}        | "2" in train and in validation
          twice in a part   | {"train":[1,1],"val":[2],"test":[3]}        | "1" in train and in train
          unknown id        | {"train":[1],"val":[2],"test":[9]}          | test names trajectory "9"
          another spelling  | {"train":[1.0],"val":[2],"test":[3]}        | they have 1, 2, 3, left arm, 5
          """)
  void refusesInOneLine(String what, String json, String words) throws IOException {
    Path file = write(json == null ? "" : json);

    var error = assertThrows(InputException.class, () -> Split.ofFile(TRAJECTORIES, file));

    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(file + ":"), message);
    assertTrue(message.contains(words), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void namesTheLineOfASyntaxError() throws IOException {
    Path file = write("{\"train\": [1],\n \"val\": [2,,],\n \"test\": [3]}");

    var error = assertThrows(InputException.class, () -> Split.ofFile(TRAJECTORIES, file));

    assertTrue(String.valueOf(error.getMessage()).startsWith(file + ":2: is not JSON"));
  }

  @Test
  void refusesAMissingFile() {
    Path file = folder.resolve("nowhere.json");

    var error = assertThrows(InputException.class, () -> Split.ofFile(TRAJECTORIES, file));

    assertTrue(String.valueOf(error.getMessage()).startsWith(file + ": no such file"));
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("splits.json"), json);
  }

  private static List<String> ids(List<Trajectory> part) {
    return part.stream().map(Trajectory::id).toList();
  }
}
