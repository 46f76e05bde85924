package lindyn.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.CRC32C;
import lindyn.file.MappedRows;
import lindyn.file.RowFileWriter;

/**
 * What stands behind the rows of a cache: JSON, its length and checksum as int64, and a mark. A
 * file without the mark at its end is cut or of another version.
 *
 * @param key how the log was read
 * @param source the log as it was
 * @param facts what the log turned out to be
 * @param parts its trajectories
 * @param rowsChecksum of the rows
 */
record CacheFooter(
    CacheKey key,
    CacheSource source,
    LogFacts facts,
    List<RowFileWriter.Part> parts,
    long rowsChecksum) {

  /** Changes whenever rows or footer are written in another way. */
  private static final long MARK = 0x4c494e44594e0001L;

  private static final int END = 3 * Long.BYTES;
  private static final JsonMapper JSON = new JsonMapper();

  CacheFooter {
    parts = List.copyOf(parts);
  }

  ByteBuffer bytes() throws IOException {
    byte[] json = JSON.writeValueAsBytes(this);
    return ByteBuffer.allocate(json.length + END)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(json)
        .putLong(json.length)
        .putLong(checksum(json))
        .putLong(MARK)
        .flip();
  }

  /**
   * Reads the footer of a file.
   *
   * @throws IOException if the file cannot be read, or is not a whole cache of this version
   */
  static CacheFooter read(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer end = read(channel, size - END, END);
    long length = end.getLong();
    long checksum = end.getLong();
    if (end.getLong() != MARK || length < 0 || length > Math.min(size - END, Integer.MAX_VALUE)) {
      throw new IOException("not a whole cache of this version");
    }
    byte[] json = new byte[(int) length];
    read(channel, size - END - length, json.length).get(json);
    if (checksum(json) != checksum) {
      throw new IOException("the footer is damaged");
    }
    CacheFooter footer = JSON.readValue(json, CacheFooter.class);
    if (footer.rows() * MappedRows.rowBytes(footer.facts.layout().width()) != size - END - length) {
      throw new IOException("the rows are cut");
    }
    return footer;
  }

  private static long checksum(byte[] json) {
    var checksum = new CRC32C();
    checksum.update(json);
    return checksum.getValue();
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (position < 0 || channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("the file is too short");
      }
    }
    return bytes.flip();
  }

  /** Returns the number of rows. */
  long rows() {
    return parts.stream().mapToLong(RowFileWriter.Part::rows).sum();
  }
}
