package lindyn.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where libraries are looked for, without loading any.
 *
 * @param folders looked through first, in this order
 * @param known files by the names that they are opened by, such as those that the system knows
 */
record LibraryPath(List<Path> folders, Map<String, Path> known) {

  private static final Pattern CACHED = Pattern.compile("\\s*(\\S+) \\(.*x86-64.*\\) => (\\S+)");
  private static final List<Path> CACHE_READERS =
      List.of(Path.of("/sbin/ldconfig"), Path.of("/usr/sbin/ldconfig"));

  /**
   * Returns where a Linux process finds libraries, and where CUDA is usually installed.
   *
   * @param environment the process's, with LD_LIBRARY_PATH and CUDA_HOME
   */
  static LibraryPath system(Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    Stream.of(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .forEach(folders::add);
    Stream.of(environment.getOrDefault("CUDA_HOME", ""), "/usr/local/cuda")
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .flatMap(cuda -> Stream.of(cuda.resolve("lib64"), cuda.resolve("extras/CUPTI/lib64")))
        .forEach(folders::add);
    return new LibraryPath(folders, cached(loaderCache()));
  }

  /** What ldconfig prints, or nothing where there is no such command. */
  private static List<String> loaderCache() {
    Optional<Path> reader = CACHE_READERS.stream().filter(Files::isExecutable).findFirst();
    if (reader.isEmpty()) {
      return List.of();
    }
    try {
      Process process =
          new ProcessBuilder(reader.get().toString(), "-p")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var lines = process.inputReader(Charset.defaultCharset())) {
        return lines.lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the files in what ldconfig prints; the first one of a name counts. */
  static Map<String, Path> cached(List<String> lines) {
    Map<String, Path> files = new LinkedHashMap<>();
    lines.stream()
        .map(CACHED::matcher)
        .filter(Matcher::matches)
        .forEach(line -> files.putIfAbsent(line.group(1), Path.of(line.group(2))));
    return files;
  }

  /** Returns the file of a library. */
  Optional<FoundLibrary> find(CudaLibrary library) {
    return folders.stream()
        .map(folder -> folder.resolve(library.soname()))
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> Optional.ofNullable(known.get(library.soname())).filter(Files::isRegularFile))
        .map(file -> FoundLibrary.of(library, file));
  }
}
