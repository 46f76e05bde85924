package lindyn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceCodeTest {

  @TempDir private Path folder;

  @Test
  void isLookedForWhereXlaLooks() throws IOException {
    Path flagged = installation("flagged");
    Path home = installation("home");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertEquals(
        Optional.of(flagged),
        DeviceCode.folder(
            Map.of(
                "XLA_FLAGS",
                "--xla_a=1 " + DeviceCode.FLAG + flagged,
                "CUDA_HOME",
                home.toString())));
    assertEquals(
        Optional.of(home),
        DeviceCode.folder(
            Map.of("XLA_FLAGS", DeviceCode.FLAG + empty, "CUDA_HOME", home.toString())));
  }

  private Path installation(String name) throws IOException {
    Path installation = folder.resolve(name);
    Path file = installation.resolve(DeviceCode.FILE);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    return installation;
  }
}
