package lindyn.log.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import lindyn.file.InputFile;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file, read page by page.
 *
 * @param source the opened file
 * @param field what the schema says of it
 * @param chunks its parts, one per row group
 * @param shape [rows] or [rows, list length]
 */
record ParquetColumn(
    Source source, ParquetField field, List<ColumnMetaData> chunks, List<Long> shape)
    implements LogVariable {

  /**
   * What the columns of a file have in common.
   *
   * @param file where they lie, for errors
   * @param channel the opened file
   * @param writer who wrote the file, or null if that is unknown
   */
  record Source(InputFile file, FileChannel channel, @Nullable ParsedVersion writer) {}

  ParquetColumn {
    chunks = List.copyOf(chunks);
    shape = List.copyOf(shape);
  }

  ParquetColumn withListLength(int length) {
    return new ParquetColumn(source, field, chunks, List.of(shape.get(0), (long) length));
  }

  ColumnDescriptor descriptor() {
    return field.descriptor();
  }

  PrimitiveTypeName type() {
    return descriptor().getPrimitiveType().getPrimitiveTypeName();
  }

  /** Returns the factor that makes seconds of time stamps, or 1. */
  double scale() {
    return field.scale();
  }

  @Override
  public String name() {
    return field.name();
  }

  @Override
  public String problem() {
    if (!field.problem().isEmpty()) {
      return field.problem();
    }
    return chunks.stream()
        .map(chunk -> new PageCodec(chunk.getCodec()))
        .filter(codec -> !codec.isKnown())
        .findFirst()
        .map(
            codec ->
                "is packed with "
                    + codec.codec()
                    + ", expected snappy, gzip, zstd, lz4_raw or none; save it with one of them")
        .orElse("");
  }

  @Override
  public boolean holdsText() {
    return type() == PrimitiveTypeName.BINARY;
  }

  @Override
  public Rows open(int columns) {
    return new ParquetRows(this, columns);
  }

  /** Opens one of its parts before the first value. */
  ColumnReader open(ColumnMetaData chunk) throws IOException {
    var pages = new ParquetPages(source.channel(), chunk);
    return new ColumnReaderImpl(descriptor(), pages, new PrimitiveConverter() {}, source.writer());
  }
}
