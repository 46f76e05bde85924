package lindyn.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

  @TempDir Path folder;

  @Test
  void forcesFilesAndFolders() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertDoesNotThrow(() -> Disk.force(file));
    assertDoesNotThrow(() -> Disk.force(folder));
  }

  @Test
  void saysSoIfThereIsNothingToForce() {
    assertThrows(IOException.class, () -> Disk.force(folder.resolve("missing")));
  }
}
