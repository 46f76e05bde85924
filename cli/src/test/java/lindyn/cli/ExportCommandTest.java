package lindyn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a user who wants his model on a robot without Java. */
class ExportCommandTest {

  @TempDir static Path folder;
  private static Path network;
  private static Path process;

  @TempDir Path parent;

  @BeforeAll
  static void train() {
    Path log = ToyLog.write(folder.resolve("toy.csv"), 6, 1);
    network = train(log, "lstm", "--epochs", "1", "--hidden-units", "4");
    process = train(log, "gp", "--points", "30");
  }

  private static Path train(Path log, String model, String... more) {
    Path run = folder.resolve(model);
    Stream<Object> arguments =
        Stream.concat(Stream.of("train", log, "--model", model, "--out", run), Stream.of(more));
    CommandRun trained = CommandRun.of(arguments.toArray());
    assertEquals(0, trained.exitCode(), trained.err());
    return run.resolve("model");
  }

  private static void assertRefused(CommandRun command, String... words) {
    assertEquals(2, command.exitCode(), command.err());
    assertEquals("", command.out());
    assertTrue(command.err().startsWith("lindyn: "), command.err());
    for (String word : words) {
      assertTrue(command.err().contains(word), () -> word + " is not in: " + command.err());
    }
  }

  private static List<String> names(Path exported) throws IOException {
    try (Stream<Path> files = Files.list(exported)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesSourceAndHeader() throws IOException {
    Path out = parent.resolve("robot/c");

    CommandRun export = CommandRun.of("export", network, "--format", "c", "--out", out);

    assertEquals(0, export.exitCode(), export.err());
    assertTrue(export.out().contains("6 inputs, 2 joints"), export.out());
    assertEquals(List.of("lindyn_model.c", "lindyn_model.h"), names(out));
    String header = Files.readString(out.resolve("lindyn_model.h"));
    assertTrue(header.contains("#define LINDYN_INPUTS 6\n"), header);
    assertTrue(header.contains("\"toy.csv\", 900 samples"), header);
  }

  @Test
  void writesOnnxModels() throws IOException {
    Path out = parent.resolve("onnx");

    CommandRun export = CommandRun.of("export", network, "--format", "onnx", "--out", out);

    assertEquals(0, export.exitCode(), export.err());
    assertEquals(List.of("model.onnx", "step.onnx"), names(out));
  }

  @Test
  void refusesAnUnknownFormat() {
    Path out = parent.resolve("c");

    assertRefused(
        CommandRun.of("export", network, "--format", "fortran", "--out", out),
        "--format",
        "[C, ONNX]");
    assertRefused(CommandRun.of("export", network, "--out", out), "--format");
    assertFalse(Files.exists(out));
  }

  @Test
  void leavesAFolderThatExistsAlone() throws IOException {
    assertRefused(
        CommandRun.of("export", network, "--format", "c", "--out", parent), "exists", "--out");

    assertEquals(List.of(), names(parent));
  }

  @Test
  void refusesAGaussianProcess() {
    Path out = parent.resolve("c");

    assertRefused(
        CommandRun.of("export", process, "--format", "c", "--out", out),
        "Gaussian process",
        "only networks");
    assertFalse(Files.exists(out));
  }

  @Test
  void refusesAFolderThatIsNoModel() {
    Path out = parent.resolve("c");

    assertRefused(CommandRun.of("export", parent, "--format", "c", "--out", out), "lindyn.json");
  }
}
