package lindyn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void aStreamedFileAppearsWhenItIsComplete() throws IOException {
    Path file = folder.resolve("log.csv");

    AtomicFile.write(
        file,
        bytes -> {
          bytes.write('a');
          assertFalse(Files.exists(file));
          bytes.write('b');
        });

    assertEquals("ab", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Path file = folder.resolve("log.csv");

    var failure =
        assertThrows(
            UncheckedIOException.class,
            () ->
                AtomicFile.write(
                    file,
                    bytes -> {
                      bytes.write('a');
                      throw new IOException("disk full");
                    }));

    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("log.csv") && message.contains("disk full"), message);
    assertEquals(0, files());
  }

  @Test
  void aTextReplacesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    AtomicFile.write(file, "ζ");

    assertEquals("ζ", Files.readString(file));
    assertEquals(1, files());
  }
}
