package lindyn.device;

import static lindyn.device.CudaLibraries.Source.BUNDLE;
import static lindyn.device.CudaLibraries.Source.NONE;
import static lindyn.device.CudaLibraries.Source.SYSTEM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaLibrariesTest {

  @TempDir private Path folder;

  private CudaLibraries libraries(CudaFolder system, Optional<CudaBundle> bundle) {
    return new CudaLibraries(system.libraryPath(), bundle);
  }

  @Test
  void takesTheSystemsIfAllAreThereWhateverIsBundled() throws IOException {
    try (URLClassLoader loader = packed()) {
      CudaLibraries libraries =
          libraries(
              new CudaFolder(folder).withAll("9.5.1"), Optional.of(new CudaBundle("", loader)));

      assertEquals(SYSTEM, libraries.source());
      assertEquals(List.of(), libraries.unusable());
      assertEquals(names(), libraries.files().stream().map(CudaLibrariesTest::soname).toList());
      assertTrue(libraries.files().stream().allMatch(file -> file.startsWith(folder)));
    }
  }

  @Test
  void takesAllFromTheBundleIfOneIsMissing() throws IOException {
    try (URLClassLoader loader = packed()) {
      CudaLibraries libraries =
          libraries(
              new CudaFolder(folder).withAll("9.5.1").without(CudaLibrary.CUFFT),
              Optional.of(new CudaBundle("", loader)));

      assertEquals(BUNDLE, libraries.source());
      assertEquals(Optional.of("CUDA 12.6, cuDNN 9.5"), libraries.bundled());
      List<Path> files = libraries.files();
      assertEquals(names(), files.stream().map(file -> file.getFileName().toString()).toList());
      assertTrue(files.stream().noneMatch(file -> file.startsWith(folder)), files::toString);
      assertEquals(1, files.stream().map(Path::getParent).distinct().count());
      assertEquals(
          "libcufft.so.11", Files.readString(files.get(names().indexOf("libcufft.so.11"))));
    }
  }

  /** TensorFlow trains without it. */
  @Test
  void doesWithoutTheProfiler() {
    CudaLibraries libraries =
        libraries(
            new CudaFolder(folder).withAll("9.5.1").without(CudaLibrary.CUPTI), Optional.empty());

    assertEquals(SYSTEM, libraries.source());
    assertEquals(CudaLibrary.values().length - 1, libraries.files().size());
  }

  @Test
  void namesWhatIsMissingOrTooOld() {
    CudaLibraries libraries =
        libraries(
            new CudaFolder(folder).withAll("9.1.0").without(CudaLibrary.CUSOLVER),
            Optional.empty());

    assertEquals(NONE, libraries.source());
    assertEquals(
        Stream.of(CudaLibrary.values())
            .filter(
                library ->
                    library == CudaLibrary.CUSOLVER || library.soname().startsWith("libcudnn"))
            .toList(),
        libraries.unusable());
    assertEquals(List.of(), libraries.files());
  }

  private static List<String> names() {
    return Stream.of(CudaLibrary.values()).map(CudaLibrary::soname).toList();
  }

  /** Without the minor version. */
  private static String soname(Path file) {
    return file.getFileName().toString().replaceFirst("\\.9\\.5\\.1$", ".9");
  }

  private URLClassLoader packed() throws IOException {
    Path jar =
        Files.createDirectories(folder.resolve("packed"))
            .resolve("cuda-12.6-9.5-1.5.11-redist.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : names()) {
        out.putNextEntry(new JarEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }
}
