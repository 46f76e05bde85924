package lindyn.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRowsTest {

  private static final int WIDTH = 5;

  /** More than the writer's buffer of 1 MiB holds. */
  private static final int ROWS = 60_000;

  @TempDir Path folder;

  @Test
  void readsWhatWasWrittenThroughManyBuffersAndPieces() throws IOException {
    Path file = folder.resolve("rows");
    long written = write(file, 0);

    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedRows rows = MappedRows.map(channel, ROWS, WIDTH, 1 << 16);
      float[] row = new float[WIDTH + 2];
      for (int i = 0; i < ROWS; i++) {
        rows.copy(i, 1, WIDTH - 1, row, 2);
        assertArrayEquals(new float[] {0, 0, i + 1, i + 2, i + 3, i + 4, 0}, row);
        assertEquals(i, rows.at(i, 0));
        assertEquals(0.1 * i, rows.applyAsDouble(i));
      }
      assertEquals(written, rows.checksum());
      assertEquals(written, MappedRows.map(channel, ROWS, WIDTH).checksum());
    }
  }

  @Test
  void otherRowsHaveAnotherChecksum() throws IOException {
    assertNotEquals(write(folder.resolve("one"), 0), write(folder.resolve("other"), 1));
  }

  private static long write(Path file, float lastNumber) throws IOException {
    try (var writer = new RowFileWriter(file)) {
      for (int i = 0; i < ROWS; i++) {
        writer.add(0.1 * i, new float[] {i, i + 1, i + 2, i + 3, i + 4 + lastNumber});
      }
      writer.finish();
      return writer.checksum();
    }
  }
}
