package lindyn.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lindyn.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {

  @TempDir Path parent;

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static void fill(Path folder) throws IOException {
    Files.createDirectory(folder.resolve("inner"));
    Files.writeString(folder.resolve("inner/file"), "text");
  }

  @Test
  void appearsWhenItIsComplete() throws IOException {
    Path folder = parent.resolve("new");

    StagedFolder.create(
        folder,
        staging -> {
          fill(staging);
          assertFalse(Files.exists(folder));
        });

    assertEquals("text", Files.readString(folder.resolve("inner/file")));
    assertEquals(List.of("new"), names());
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Path folder = parent.resolve("new");

    var failure =
        assertThrows(
            UncheckedIOException.class,
            () ->
                StagedFolder.create(
                    folder,
                    staging -> {
                      fill(staging);
                      throw new IOException("No space left on device");
                    }));

    assertEquals(
        "cannot write folder " + folder + " (No space left on device)", failure.getMessage());
    assertEquals(List.of(), names());
  }

  @Test
  void neverReplacesAFolder() throws IOException {
    Files.createDirectory(parent.resolve("old"));

    assertThrows(
        InputException.class, () -> StagedFolder.create(parent.resolve("old"), staging -> {}));
  }

  @Test
  void removesAFolder() throws IOException {
    fill(Files.createDirectory(parent.resolve("old")));

    StagedFolder.remove(parent.resolve("old"));

    assertEquals(List.of(), names());
  }

  @Test
  void tidiesWhatAKilledProcessLeft() throws IOException {
    fill(Files.createDirectory(parent.resolve(".new.01234567-89ab-cdef-0123-456789abcdef")));
    Files.writeString(parent.resolve(".new.txt.01234567-89ab-cdef-0123-456789abcdef"), "half");
    fill(Files.createDirectory(parent.resolve(".mine")));
    fill(Files.createDirectory(parent.resolve("other")));

    StagedFolder.removeLeftovers(parent);

    assertEquals(List.of(".mine", "other"), names());
    assertTrue(Files.exists(parent.resolve(".mine/inner/file")));
  }
}
