package lindyn.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A compiler of this machine, with all warnings as errors.
 *
 * @param command its name and its options
 */
public record CCompiler(List<String> command) {

  /** No fused multiply-adds, which would round otherwise than Java does. */
  private static final List<String> OPTIONS =
      List.of(
          "-pedantic",
          "-Wall",
          "-Wextra",
          "-Wconversion",
          "-Wshadow",
          "-Werror",
          "-ffp-contract=off");

  /** Finds a compiler on the path, or ends the test without a verdict. */
  static CCompiler named(String name, String... options) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean isThere =
        Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    assumeTrue(isThere, () -> "there is no " + name + " on the path " + path);
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(OPTIONS);
    command.addAll(List.of(options));
    return new CCompiler(command);
  }

  /** The compiler for C99 that every system with a compiler has. */
  public static CCompiler c99(String... options) {
    CCompiler compiler = named("cc", options);
    compiler.command.add("-std=c99");
    return compiler;
  }

  /** Compiles a program of the test resources with an exported model. */
  public Path program(String main, Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve(main);
    try (InputStream in = CCompiler.class.getResourceAsStream(main)) {
      assertNotNull(in, main);
      Files.copy(in, source);
    }
    compile(folder, main, CExporter.SOURCE, "-o", "program", "-lm");
    return folder.resolve("program");
  }

  /** Runs the compiler in a folder. */
  void compile(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    Path messages = folder.resolve("messages.txt");
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(messages.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> all + " says\n" + text(messages));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Runs a program and returns what it writes. */
  static byte[] output(Path program, byte[] input) throws IOException, InterruptedException {
    Path in = Files.write(program.resolveSibling("input"), input);
    Path out = program.resolveSibling("output");
    Process process =
        new ProcessBuilder(program.toString())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, process.waitFor(), "exit code");
    return Files.readAllBytes(out);
  }
}
