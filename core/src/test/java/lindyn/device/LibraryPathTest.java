package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryPathTest {

  @TempDir private Path folder;

  @Test
  void readsWhatTheLoaderKnows() {
    List<String> lines =
        List.of(
            "3 libs found in cache `/etc/ld.so.cache'",
            "\tlibcudart.so.12 (libc6,x86-64) => /opt/cuda/lib64/libcudart.so.12",
            "\tlibcudart.so.12 (libc6,x86-64) => /usr/lib/libcudart.so.12",
            "\tlibcufft.so.11 (libc6) => /usr/lib32/libcufft.so.11");

    assertEquals(
        Map.of("libcudart.so.12", Path.of("/opt/cuda/lib64/libcudart.so.12")),
        LibraryPath.cached(lines));
  }

  @Test
  void followsLinksToTheVersion() throws IOException {
    new CudaFolder(folder).add(CudaLibrary.CUDART, "libcudart.so.12.6.77");

    FoundLibrary found =
        new LibraryPath(List.of(folder), Map.of()).find(CudaLibrary.CUDART).orElseThrow();

    assertEquals("12.6.77", found.version());
    assertEquals(folder.toRealPath().resolve("libcudart.so.12.6.77"), found.file());
  }

  @ParameterizedTest
  @CsvSource({
    "libcudart.so.12.20250101000000, ''",
    "libcudart.so.12..1, ''",
    "libcudart.so.12, 12"
  })
  void takesNoOddNameForAVersion(String file, String version) throws IOException {
    new CudaFolder(folder).add(CudaLibrary.CUDART, file);

    FoundLibrary found =
        new LibraryPath(List.of(folder), Map.of()).find(CudaLibrary.CUDART).orElseThrow();

    assertEquals(version, found.version());
    assertTrue(found.isNewEnough());
  }

  @Test
  void looksIntoFoldersFirstAndSkipsWhatIsGone() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    new CudaFolder(folder).add(CudaLibrary.CUDART, "libcudart.so.12.6.77");
    new CudaFolder(other).add(CudaLibrary.CUDART, "libcudart.so.12.0.1");
    Path gone = folder.resolve("gone.so");
    var path =
        new LibraryPath(
            List.of(folder.resolve("missing"), other),
            Map.of("libcudart.so.12", folder.resolve("libcudart.so.12"), "libcufft.so.11", gone));

    assertEquals("12.0.1", path.find(CudaLibrary.CUDART).orElseThrow().version());
    assertEquals(Optional.empty(), path.find(CudaLibrary.CUFFT));
  }

  @Test
  void looksWhereTheEnvironmentSays() {
    List<Path> folders =
        LibraryPath.system(Map.of("LD_LIBRARY_PATH", "/a::/b", "CUDA_HOME", "/c")).folders();

    assertEquals(
        List.of(
            Path.of("/a"),
            Path.of("/b"),
            Path.of("/c/lib64"),
            Path.of("/c/extras/CUPTI/lib64"),
            Path.of("/usr/local/cuda/lib64"),
            Path.of("/usr/local/cuda/extras/CUPTI/lib64")),
        folders);
  }
}
