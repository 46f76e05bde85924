package lindyn.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that a time was measured on.
 *
 * @param processor its name, as far as the system tells
 * @param processors how many Java may use
 */
public record Machine(String processor, int processors) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** Returns this machine. */
  public static Machine current() {
    return new Machine(
        processorName().orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors());
  }

  /** Returns it in words. */
  public String words() {
    return (processors == 1 ? "1 core" : processors + " cores") + " of " + processor;
  }

  /** Linux alone tells without a native call. */
  private static Optional<String> processorName() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
