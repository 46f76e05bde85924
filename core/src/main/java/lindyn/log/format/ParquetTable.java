package lindyn.log.format;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lindyn.file.InputFile;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Opens logs in Parquet format. Apache's own decoders read the values; the file's frame is read
 * here, because Apache's class for it needs Hadoop.
 */
final class ParquetTable {

  /** PAR1 in little-endian order. */
  private static final int MAGIC = 0x31524150;

  private static final int END = 2 * Integer.BYTES;

  private ParquetTable() {}

  /**
   * Reads what the file says of its columns; their values are read page by page.
   *
   * @throws lindyn.InputException if it is damaged or encrypted
   */
  static LogTable open(InputFile file) throws IOException {
    FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
    try {
      return new VariableTable(file, columns(file, channel), channel);
    } catch (OutOfMemoryError e) {
      channel.close();
      throw file.doesNotFit(e);
    } catch (IOException | RuntimeException e) { // Apache's classes fail in many ways
      channel.close();
      throw file.error(
          "is a damaged Parquet file (" + DamageReason.of(e) + "); save or copy it again", e);
    }
  }

  private static FileMetaData footer(FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer end = read(channel, size - END, END);
    long length = end.getInt();
    if (end.getInt() != MAGIC) {
      throw new EOFException("it does not end with PAR1");
    }
    if (length < 0 || length > size - END) {
      throw new EOFException("a footer of " + length + " bytes");
    }
    ByteBuffer footer = read(channel, size - END - length, (int) length);
    byte[] bytes = new byte[footer.remaining()];
    footer.get(bytes);
    return Util.readFileMetaData(new ByteArrayInputStream(bytes));
  }

  private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (position < 0 || channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("it is too short");
      }
    }
    return bytes.flip();
  }

  private static List<ParquetColumn> columns(InputFile file, FileChannel channel)
      throws IOException {
    FileMetaData footer = footer(channel);
    var source = new ParquetColumn.Source(file, channel, writer(footer.getCreated_by()));
    List<ParquetField> fields = ParquetField.of(footer.getSchema());
    List<ParquetColumn> columns = new ArrayList<>();
    for (int index = 0; index < fields.size(); index++) {
      var column =
          new ParquetColumn(
              source, fields.get(index), chunks(footer, index), List.of(footer.getNum_rows()));
      boolean hasLists =
          column.field().isList() && column.problem().isEmpty() && footer.getNum_rows() > 0;
      columns.add(hasLists ? column.withListLength(ParquetRows.width(column)) : column);
    }
    return columns;
  }

  private static List<ColumnMetaData> chunks(FileMetaData footer, int column) {
    List<ColumnMetaData> chunks = new ArrayList<>();
    for (RowGroup group : footer.getRow_groups()) {
      chunks.add(group.getColumns().get(column).getMeta_data());
    }
    return chunks;
  }

  /** Apache's decoders work around the faults of old writers, if they know them. */
  private static @Nullable ParsedVersion writer(@Nullable String createdBy) {
    try {
      return createdBy == null ? null : VersionParser.parse(createdBy);
    } catch (VersionParseException e) {
      return null;
    }
  }
}
