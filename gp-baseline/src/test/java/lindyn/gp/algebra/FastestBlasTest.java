package lindyn.gp.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FastestBlasTest {

  /** Prints what is chosen, in a process of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      System.out.print(Blas.fastest().name());
    }
  }

  @Test
  void isOpenBlasWhereItLoads() throws IOException {
    assertEquals("OpenBLAS", FastestBlas.choose("").name());
    assertEquals("OpenBLAS", chosenBy(classPath("")));
  }

  @Test
  void isPlainJavaWhereThePropertySaysSo() throws IOException {
    assertEquals("plain Java", FastestBlas.choose("java").name());
    assertEquals("plain Java", chosenBy(classPath(""), "-Dlindyn.blas=java"));
  }

  @Test
  void isPlainJavaWhereTheNativesAreMissing() throws IOException {
    String natives = "openblas-[^/\\\\]+-(linux|macosx|windows)-[^/\\\\]+[.]jar";

    assertEquals("plain Java", chosenBy(classPath(natives)));
  }

  @Test
  void isPlainJavaWhereTheBindingIsMissing() throws IOException {
    assertEquals("plain Java", chosenBy(classPath("openblas-[^/\\\\]+[.]jar")));
  }

  /** Returns the class path without the files of a name. */
  private static String classPath(String unwanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().matches(unwanted))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String chosenBy(String classPath, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(options).forEach(command::add);
    command.addAll(List.of("-cp", classPath, Program.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
