package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {

  @TempDir Path folder;

  private CommandRun simulate(String name, Object... options) {
    return CommandRun.of(
        Stream.concat(Stream.of("simulate", "--out", folder.resolve(name)), Stream.of(options))
            .toArray());
  }

  private static Set<String> column(List<String> lines, int column) {
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1)[column])
        .collect(Collectors.toSet());
  }

  @Test
  void writesALogAndSaysSo() throws IOException {
    CommandRun run = simulate("arm.csv", "--trials", "3");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().contains("arm.csv: 1,230 samples of 3 trials, 5 joints"), run.out());
    List<String> lines = Files.readAllLines(folder.resolve("arm.csv"));
    assertEquals(1231, lines.size());
    assertEquals(Set.of("1", "2", "3"), column(lines, 0));
    assertEquals(Set.of("0.2", "0.3", "0.4"), column(lines, 2));
  }

  @Test
  void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    simulate("one.csv.gz", "--trials", "4", "--seed", "9", "--threads", "1");
    simulate("three.csv.gz", "--trials", "4", "--seed", "9", "--threads", "3");
    simulate("other.csv.gz", "--trials", "4", "--seed", "10");

    byte[] one = Files.readAllBytes(folder.resolve("one.csv.gz"));
    assertArrayEquals(one, Files.readAllBytes(folder.resolve("three.csv.gz")));
    assertFalse(Arrays.equals(one, Files.readAllBytes(folder.resolve("other.csv.gz"))));
  }

  @Test
  void fillJointsAndVariantCanBeChosen() throws IOException {
    CommandRun run =
        simulate("arm.csv", "--trials=2", "--fill=400", "--joints=7", "--variant=lag_10_15");

    assertEquals(0, run.exitCode(), run.err());
    List<String> lines = Files.readAllLines(folder.resolve("arm.csv"));
    assertEquals(Set.of("0.4"), column(lines, 2));
    assertTrue(lines.get(0).endsWith("tau7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--trials=0",
        "--trials=-3",
        "--trials=many",
        "--fill=250",
        "--joints=6",
        "--variant=slow",
        "--threads=0",
        "--threads=100000",
        "--seed=x",
        "--unknown"
      })
  void impossibleOptionsAreRefused(String option) throws IOException {
    CommandRun run = simulate("arm.csv", option);

    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().startsWith("lindyn: "), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void neverOverwritesAFile() throws IOException {
    Files.writeString(folder.resolve("arm.csv"), "precious");

    CommandRun run = simulate("arm.csv");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("exists"), run.err());
    assertEquals("precious", Files.readString(folder.resolve("arm.csv")));
    assertEquals(2, simulate("no/arm.csv").exitCode());
    assertEquals(2, CommandRun.of("simulate").exitCode());
  }
}
