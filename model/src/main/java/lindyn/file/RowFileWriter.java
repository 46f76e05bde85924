package lindyn.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes rows to a file that {@link MappedRows} reads: the time as float64, then the numbers as
 * float32, little endian, row after row. What follows the rows is up to the caller. Memory does not
 * grow with the rows.
 */
public final class RowFileWriter implements RowSink, Closeable {

  private static final int BUFFER = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C checksum = new CRC32C();
  private final List<Part> parts = new ArrayList<>();
  private String id = "";
  private int rows;

  /** Writes to a file, from its beginning. */
  public RowFileWriter(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /**
   * Consecutive rows: a trajectory.
   *
   * @param id of the trajectory
   * @param rows number of its rows
   */
  public record Part(String id, int rows) {}

  /** The rows cannot be written. Not an I/O exception, which would be the log's that is read. */
  public static final class WriteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final IOException ioException;

    private WriteFailure(IOException ioException) {
      super(ioException);
      this.ioException = ioException;
    }

    /** Returns what went wrong. */
    public IOException ioException() {
      return ioException;
    }
  }

  @Override
  public void begin(String newId) {
    id = newId;
    rows = 0;
  }

  @Override
  public void add(double time, float[] numbers) {
    if (buffer.remaining() < MappedRows.rowBytes(numbers.length)) {
      flush();
    }
    buffer.putDouble(time);
    for (float number : numbers) {
      buffer.putFloat(number);
    }
    rows = Math.incrementExact(rows);
  }

  @Override
  public void end() {
    parts.add(new Part(id, rows));
  }

  /** Returns what was written, in its order. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Writes the last rows; none may follow. */
  public void finish() {
    flush();
  }

  /** Returns the CRC-32C of the rows, after {@link #finish}. */
  public long checksum() {
    return checksum.getValue();
  }

  /** Writes what follows the rows. */
  public void append(ByteBuffer bytes) throws IOException {
    flush();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void flush() {
    buffer.flip();
    checksum.update(buffer.duplicate());
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
