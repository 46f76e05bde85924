package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper's experiments on a user's log, in the smallest size. */
class ReproduceCommandTest {

  @TempDir static Path folder;
  private static Path log;
  private static Path split;
  private static Path out;
  private static CommandRun first;

  @BeforeAll
  static void reproduceOnce() throws IOException {
    log = ToyLog.write(folder.resolve("toy.csv"), 5, 1);
    split = folder.resolve("split.json");
    Files.writeString(split, "{\"train\": [1, 2, 3], \"val\": [4], \"test\": [5]}");
    out = folder.resolve("out");
    first = reproduce("--split", split.toString(), "--out", out.toString());
  }

  private static CommandRun reproduce(String... more) {
    Object[] arguments =
        Stream.concat(
                Stream.of(
                    "reproduce",
                    "--smoke",
                    "--only=figure-5",
                    "--window=4",
                    "--data",
                    log.toString()),
                Stream.of(more))
            .toArray();
    return CommandRun.of(arguments);
  }

  @Test
  void writesReportFiguresAndNumbers() throws IOException {
    assertEquals(0, first.exitCode(), first.err());
    String report = Files.readString(out.resolve("report.md"));
    assertTrue(report.contains("Figure 5"), report);
    assertTrue(report.contains("This is the smoke size"), report);
    assertTrue(Files.readString(out.resolve("report.html")).contains("<svg"));
    assertTrue(Files.exists(out.resolve("figures/figure-5.svg")));
    List<String> rows = Files.readAllLines(out.resolve("results.csv"));
    assertEquals("task,model,samples,setting,repeat,quantity,value", rows.get(0));
    assertEquals(1 + 12 * 4, rows.size()); // 5 models in 2 orders and 2 in order, 4 errors each
    JsonNode manifest = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertEquals("toy.csv", manifest.at("/sources/0/file").asText());
    assertEquals("smoke", manifest.at("/configuration/plan/name").asText());
    assertEquals(12, manifest.at("/results/finished").asInt());
  }

  @Test
  void theSameCommandRunsNothingAgain() throws IOException {
    Path job = out.resolve("jobs/learning/lstm-t1/n200-sequential-01.json");
    FileTime before = Files.getLastModifiedTime(job);

    CommandRun again = reproduce("--split", split.toString(), "--out", out.toString());

    assertEquals(0, again.exitCode(), again.err());
    assertEquals(before, Files.getLastModifiedTime(job));
  }

  @Test
  void workOnOtherDataIsNotMixed() throws IOException {
    CommandRun withoutSplit = reproduce("--out", out.toString());

    assertEquals(2, withoutSplit.exitCode());
    assertTrue(withoutSplit.err().contains("holds work on other logs"), withoutSplit.err());
    assertTrue(Files.readString(out.resolve("of.json")).contains("test [5]"));
  }

  @Test
  void anotherFolderIsNotTouched() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "mine");

    CommandRun run = reproduce("--out", other.toString());

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("is no folder of lindyn reproduce"), run.err());
    try (Stream<Path> files = Files.list(other)) {
      assertEquals(1, files.count());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only=figure-9 | found 'figure-9', expected some of figure-2",
        "--window=0 | --window must be at least 1",
        "--threads=0 | --threads must be from 1",
        "--split=none.json | --split splits the logs of --data",
        "--quick --full | mutually exclusive",
      })
  void badOptionsEndInOneLine(String options, String expected) {
    Path unused = folder.resolve("unused");

    CommandRun run =
        CommandRun.of(
            Stream.concat(
                    Stream.of("reproduce", "--out", unused.toString()),
                    Stream.of(options.split(" ")))
                .toArray());

    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains(expected), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertFalse(Files.exists(unused));
  }

  @Test
  void aMissingLogLeavesNothingBehind() {
    Path unused = folder.resolve("unused");

    CommandRun run =
        CommandRun.of("reproduce", "--smoke", "--data", "missing.csv", "--out", unused);

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("missing.csv"), run.err());
    assertFalse(Files.exists(unused));
  }
}
