package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets one line and exit code 2, and leaves nothing behind. */
class BadInputTest {

  @TempDir Path folder;
  private Path log;
  private Path out;

  @BeforeEach
  void write() {
    log = ToyLog.write(folder.resolve("toy.csv"), 4, 1);
    out = folder.resolve("run");
  }

  private void assertRefused(CommandRun command, String... words) {
    assertEquals(2, command.exitCode(), command.err());
    assertEquals("", command.out());
    assertTrue(command.err().startsWith("lindyn: "), command.err());
    assertFalse(command.err().contains("\tat "), command.err());
    for (String word : words) {
      assertTrue(command.err().contains(word), () -> word + " is not in: " + command.err());
    }
    assertFalse(Files.exists(out));
  }

  private CommandRun train(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("train", log, "--out", out));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  @Test
  void refusesAnEngineThatDoesNotKnowTheCell() {
    assertRefused(train("--preset", "paper", "--engine", "block"), "--engine", "tanh");
  }

  @Test
  void refusesContiguousWindows() {
    assertRefused(train("--window", "10", "--sequences", "contiguous"), "--sequences", "--window");
    assertRefused(train("--preset", "paper", "--sequences", "contiguous"), "--sequences", "paper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--epochs=0",
        "--epochs=many",
        "--batch-size=0",
        "--learning-rate=-1",
        "--learning-rate=NaN",
        "--initial-accumulator=0",
        "--patience=0",
        "--max-minutes=0",
        "--max-minutes=NaN",
        "--checkpoint-minutes=-1",
        "--checkpoint-minutes=NaN",
        "--optimizer=sgd",
        "--schedule=linear",
        "--schedule=step",
        "--schedule=step:0:0.5",
        "--schedule=step:5:1.5",
        "--schedule=step:5:many",
        "--clip-norm=0",
        "--clip-norm=-1",
        "--weight-decay=-1",
        "--threads=0",
        "--device=tpu",
        "--device=gpu:x",
        "--gpu-memory-fraction=0.5",
        "--precision=half",
        "--average-every=2",
        "--cluster=no-such-file.json",
        "--sequences=sorted",
        "--layers=0",
        "--hidden-units=0",
        "--hidden-units=1000000",
        "--layers=100000",
        "--learning-rate=1e-60",
        "--window=0",
        "--sequence=0",
        "--warm-up=100",
        "--warm-up=-1",
        "--validation-fraction=0",
        "--test-fraction=1.5",
        "--sample-period=-1",
        "--extra-inputs=load",
        "--extra-inputs=q1",
        "--derivatives=kalman",
        "--cutoff=0",
        "--cutoff=NaN",
        "--smoothing-window=0.1",
        "--smoothing-order=3",
        "--irregular=ignore",
        "--max-gap=20",
        "--resample-period=0.01",
        "--preset=best",
        "--base=physics",
        "--unknown"
      })
  void impossibleOptionsAreRefused(String option) {
    assertRefused(train(option));
  }

  @Test
  void windowsAndSequencesExcludeEachOther() {
    assertRefused(train("--window", "10", "--sequence", "10"), "--window", "--sequence");
  }

  @Test
  void adamRefusesAdagradsAccumulator() {
    assertRefused(
        train("--optimizer=adam", "--initial-accumulator=0.1"), "--initial-accumulator", "adam");
  }

  @Test
  void onlyTheCompiledEngineRoundsOnTheProcessor() {
    assertRefused(
        train("--precision=bfloat16", "--engine=block"),
        "--precision bfloat16 needs --engine compiled");
    assertRefused(train("--precision=tf32", "--engine=reference"), "leave --engine out");
  }

  @Test
  void filtersRefuseEachOthersOptions() {
    assertRefused(train("--derivatives=savitzky-golay", "--cutoff=5"), "--smoothing-window");
    assertRefused(train("--derivatives=savitzky-golay", "--smoothing-order=1"), "order");
    assertRefused(train("--derivatives=causal", "--smoothing-window=0.1"), "--cutoff");
    assertRefused(train("--irregular=resample", "--max-gap=0.5"), "maxGap");
    assertRefused(train("--irregular=resample", "--resample-period=0"), "period");
  }

  @Test
  void irregularTimesAreRefusedIfAsked() throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(log));
    rows.remove(41);
    Files.write(log, rows);

    assertRefused(
        train("--irregular=refuse"),
        "toy.csv: trajectory \"1\", sample 41 at t = 0.41",
        "resample");
  }

  @Test
  void aMissingLogIsNamed() {
    assertRefused(CommandRun.of("train", folder.resolve("no.csv"), "--out", out), "no.csv");
  }

  @Test
  void globsInFoldersAreRefused() {
    assertRefused(CommandRun.of("train", "**/*.csv", "--out", out), "**/*.csv: globs in folders");
    assertRefused(CommandRun.of("train", "nowhere/*.csv", "--out", out), "no such folder nowhere");
  }

  @Test
  void anUnknownFilterIsToldTheKnownOnes() {
    assertRefused(
        train("--derivatives=foo"),
        "expected one of butterworth, savitzky-golay, causal but was 'foo'");
  }

  @Test
  void aBadCellIsNamedWithItsLineAndColumn() throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(log));
    rows.set(41, rows.get(41).replaceFirst(",[^,]*$", ",NaN"));
    Files.write(log, rows);

    assertRefused(train(), "toy.csv", "42", "tau2", "NaN");
  }

  @Test
  void trajectoriesShorterThanASequenceAreRefused() {
    assertRefused(train("--sequence", "1000"), "150", "1000");
  }

  @Test
  void aSplitThatNamesAnUnknownTrajectoryIsRefused() throws IOException {
    Path split =
        Files.writeString(
            folder.resolve("s.json"), "{\"train\": [1], \"val\": [2], \"test\": [99]}");

    assertRefused(train("--split", split), "s.json", "99");
  }

  @Test
  void anExistingFolderIsLeftAlone() throws IOException {
    Path existing = Files.createDirectory(folder.resolve("existing"));

    CommandRun command = CommandRun.of("train", log, "--out", existing);

    assertRefused(command, "existing", "exists");
    try (var files = Files.list(existing)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedAtOnce() {
    assertRefused(CommandRun.of("train", log, "--out", log.resolve("run")), "toy.csv", "--out");
    assertRefused(CommandRun.of("train", log, "--out", ""), "--out");
  }

  @Test
  void predictNeverOverwritesAFile() throws IOException {
    String before = Files.readString(log);

    assertRefused(CommandRun.of("predict", folder, log, "--out", log), "toy.csv", "exists");
    assertRefused(
        CommandRun.of("predict", folder, log, "--out", folder.resolve("no/tau.csv")), "--out");

    assertEquals(before, Files.readString(log));
  }

  @Test
  void aFolderThatIsNoModelIsRefused() {
    assertRefused(CommandRun.of("predict", folder, log), "lindyn.json");
    assertRefused(CommandRun.of("evaluate", folder.resolve("no"), log), "no");
  }

  @Test
  void noCommandAndNoLogAreExplained() {
    assertRefused(CommandRun.of(), "--help");
    assertRefused(CommandRun.of("train"), "LOG");
    assertRefused(CommandRun.of("trian"), "trian");
  }

  @Test
  void divergenceEndsWithOneLineAndExitCodeOne() {
    CommandRun command = train("--learning-rate", "1e30", "--epochs", "5");

    assertEquals(1, command.exitCode(), command.err());
    assertTrue(command.err().contains("learning rate"), command.err());
    assertFalse(command.err().contains("\tat "), command.err());
  }
}
