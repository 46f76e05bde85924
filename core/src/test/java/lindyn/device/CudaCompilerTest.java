package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaCompilerTest {

  @TempDir private Path folder;

  @Test
  void isLookedForWhereXlaLooks() throws IOException {
    Path flagged = installation("flagged");
    Path home = installation("home");
    Path part = installation("part");
    Files.delete(part.resolve(CudaCompiler.FILES.get(1)));

    assertEquals(
        Optional.of(flagged),
        CudaCompiler.folder(
            Map.of(
                "XLA_FLAGS",
                "--xla_a=1 " + CudaCompiler.FLAG + flagged,
                "CUDA_HOME",
                home.toString())));
    assertEquals(
        Optional.of(home),
        CudaCompiler.folder(
            Map.of("XLA_FLAGS", CudaCompiler.FLAG + part, "CUDA_HOME", home.toString())));
  }

  private Path installation(String name) throws IOException {
    Path installation = folder.resolve(name);
    for (String file : CudaCompiler.FILES) {
      Files.createDirectories(installation.resolve(file).getParent());
      Files.createFile(installation.resolve(file));
    }
    return installation;
  }
}
