package lindyn.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.function.LongToDoubleFunction;
import java.util.zip.CRC32C;
import lindyn.FloatRows;

/**
 * Rows that {@link RowFileWriter} wrote, mapped into memory: the operating system reads what is
 * used and keeps it as long as there is room.
 */
public final class MappedRows implements FloatRows, LongToDoubleFunction {

  /** A mapping may not exceed 2 GiB, so a file is mapped in pieces of at most this size. */
  private static final int LARGEST_PIECE = 1 << 30;

  /** A row's time takes the room of so many numbers. */
  private static final int TIME = Double.BYTES / Float.BYTES;

  private final ByteBuffer[] pieces;
  private final FloatBuffer[] floats;
  private final int width;
  private final int shift;
  private final int mask;

  private MappedRows(ByteBuffer[] pieces, int width, int shift) {
    this.pieces = pieces;
    this.width = width;
    this.shift = shift;
    mask = (1 << shift) - 1;
    floats = new FloatBuffer[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      floats[i] = pieces[i].asFloatBuffer();
    }
  }

  /** Returns the size of a row of {@code width} numbers and its time. */
  public static int rowBytes(int width) {
    return Double.BYTES + Float.BYTES * width;
  }

  /**
   * Maps the rows at the beginning of a file. They stay mapped until nothing refers to them.
   *
   * @param channel of the file; may be closed afterwards
   * @param rows number of rows
   * @param width numbers per row
   */
  public static MappedRows map(FileChannel channel, long rows, int width) throws IOException {
    return map(channel, rows, width, LARGEST_PIECE);
  }

  /** Maps pieces of at most so many bytes. */
  static MappedRows map(FileChannel channel, long rows, int width, int largestPiece)
      throws IOException {
    int rowBytes = rowBytes(width);
    int shift = 31 - Integer.numberOfLeadingZeros(largestPiece / rowBytes);
    int pieceRows = 1 << shift;
    var pieces = new ByteBuffer[Math.toIntExact((rows + pieceRows - 1) >> shift)];
    for (int i = 0; i < pieces.length; i++) {
      long first = (long) i << shift;
      long bytes = Math.min(pieceRows, rows - first) * rowBytes;
      pieces[i] =
          channel.map(MapMode.READ_ONLY, first * rowBytes, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    return new MappedRows(pieces, width, shift);
  }

  /** Returns the CRC-32C of all rows, in one pass. */
  public long checksum() {
    var checksum = new CRC32C();
    for (ByteBuffer piece : pieces) {
      checksum.update(piece.duplicate());
    }
    return checksum.getValue();
  }

  @Override
  public float at(long row, int column) {
    return floats[(int) (row >> shift)].get(index(row) + TIME + column);
  }

  @Override
  public void copy(long row, int column, int count, float[] target, int offset) {
    floats[(int) (row >> shift)].get(index(row) + TIME + column, target, offset, count);
  }

  /** Returns the time of a row, in s. */
  @Override
  public double applyAsDouble(long row) {
    return pieces[(int) (row >> shift)].getDouble(index(row) * Float.BYTES);
  }

  private int index(long row) {
    return ((int) row & mask) * (TIME + width);
  }
}
