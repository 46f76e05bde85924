package lindyn.log.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CheckedInputStream;

/** The rows of an array that lie one after the other. */
final class NpyRows implements LogVariable.Rows {

  private static final int BUFFER = 1 << 15;

  private final NpyVariable variable;
  private final NpyType type;
  private final int rowBytes;
  private final CheckedInputStream elements;
  private final ByteBuffer buffer;
  private int row;

  /** Starts before the first row. */
  NpyRows(NpyVariable variable, NpyType type, int columns) throws IOException {
    this(variable, type, columns, 0);
  }

  /** Starts at an element, counted as they lie in the file. */
  NpyRows(NpyVariable variable, NpyType type, int columns, long first) throws IOException {
    this.variable = variable;
    this.type = type;
    this.rowBytes = columns * type.bytes();
    this.elements = variable.elements(first);
    this.buffer = ByteBuffer.allocate(Math.max(BUFFER, rowBytes)).order(type.order()).limit(0);
    this.row = -rowBytes;
  }

  @Override
  public void next() throws IOException {
    row += rowBytes;
    if (row + rowBytes > buffer.limit()) {
      fill();
    }
  }

  private void fill() throws IOException {
    int kept = buffer.limit() - row;
    System.arraycopy(buffer.array(), row, buffer.array(), 0, kept);
    int count = elements.readNBytes(buffer.array(), kept, buffer.capacity() - kept);
    buffer.limit(kept + count);
    row = 0;
    if (buffer.limit() < rowBytes) {
      throw new EOFException("variable '" + variable.name() + "' ends early");
    }
  }

  @Override
  public double number(int column) {
    return type.number(buffer, row + column * type.bytes());
  }

  @Override
  public String text(int column) {
    return type.text(buffer, row + column * type.bytes());
  }

  @Override
  public void finish() throws IOException {
    variable.finish(elements);
  }

  @Override
  public void close() throws IOException {
    elements.close();
  }
}
