package lindyn.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lindyn.InputException;
import lindyn.Provenance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {

  private record Inner(int layers, double rate) {}

  private record Settings(String split, Inner network) {}

  private record Results(double nmse) {}

  private static final Settings SETTINGS = new Settings("at random", new Inner(2, 0.1));
  private static final List<Provenance.Source> LOGS =
      List.of(new Provenance.Source("a.csv", "aa", 10), new Provenance.Source("b.csv", "bb", 20));
  private static final Invocation INVOCATION =
      new Invocation(List.of("train", "a.csv", "b.csv"), "/home/robot");

  @TempDir Path folder;

  private RecordedRun recorded(@Nullable Object results) {
    new RunManifest(
            Versions.current("2.18.0"),
            INVOCATION,
            new RunManifest.Execution("cpu:0", 1, 7),
            LOGS,
            SETTINGS,
            results)
        .write(folder);
    return RecordedRun.read(folder);
  }

  private static void assertRefused(Executable reading, String... words) {
    String message = String.valueOf(assertThrows(InputException.class, reading).getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), () -> word + " is not in: " + message);
    }
  }

  @Test
  void remembersTheCommand() {
    assertEquals(INVOCATION, recorded(null).invocation());
  }

  @Test
  void isFinishedOnceItHasResults() {
    assertFalse(recorded(null).isFinished());
    assertTrue(recorded(new Results(0.5)).isFinished());
  }

  @Test
  void acceptsTheSameLogsAndSettings() {
    assertDoesNotThrow(() -> recorded(null).requireSame(LOGS, SETTINGS));
  }

  @Test
  void namesALogThatHasChanged() {
    List<Provenance.Source> changed =
        List.of(LOGS.get(0), new Provenance.Source("b.csv", "cc", 20));

    assertRefused(
        () -> recorded(null).requireSame(changed, SETTINGS), "b.csv: has changed", "bb", "cc");
    assertRefused(
        () -> recorded(null).requireSame(LOGS.subList(0, 1), SETTINGS), "run.json", "sources");
  }

  @Test
  void namesASettingThatHasChanged() {
    assertRefused(
        () -> recorded(null).requireSame(LOGS, new Settings("at random", new Inner(2, 0.2))),
        "run.json",
        "configuration.network.rate was 0.1, is 0.2");
  }

  @Test
  void refusesFoldersThatAreNoRuns() throws IOException {
    assertRefused(() -> RecordedRun.read(folder.resolve("no")), "no: no such folder");
    assertRefused(() -> RecordedRun.read(folder), folder.toString(), "run.json");
    Files.writeString(folder.resolve("run.json"), "{\"versions\": ");
    assertRefused(() -> RecordedRun.read(folder), "run.json: is not JSON");
    Files.writeString(folder.resolve("run.json"), "{}");
    assertRefused(() -> RecordedRun.read(folder).invocation(), "run.json", "train again");
  }
}
