package lindyn.log.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one row group of a Parquet file, read one at a time. */
final class ParquetPages implements PageReader {

  /** Decoders do not look at them. */
  private static final @Nullable Statistics<?> NO_STATISTICS = null;

  private final FileChannel channel;
  private final PageCodec codec;
  private final long values;
  private final long end;
  private long position;
  private long valuesRead;

  /** Starts before the first page. */
  ParquetPages(FileChannel channel, ColumnMetaData column) throws IOException {
    this.channel = channel;
    this.codec = new PageCodec(column.getCodec());
    this.values = column.getNum_values();
    boolean hasDictionary =
        column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0;
    this.position =
        hasDictionary
            ? Math.min(column.getDictionary_page_offset(), column.getData_page_offset())
            : column.getData_page_offset();
    this.end = position + column.getTotal_compressed_size();
    if (position < 0 || end > channel.size() || end < position) {
      throw new EOFException("a column lies outside of the file");
    }
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    long start = position;
    try {
      PageHeader header = header();
      if (header.getType() != PageType.DICTIONARY_PAGE) {
        position = start;
        return null;
      }
      byte[] bytes =
          codec.unpack(bytes(header.getCompressed_page_size()), header.getUncompressed_page_size());
      int entries = header.getDictionary_page_header().getNum_values();
      if (entries < 0 || entries > bytes.length) {
        throw new IOException("a dictionary of " + entries + " entries");
      }
      return new DictionaryPage(
          BytesInput.from(bytes),
          entries,
          encoding(header.getDictionary_page_header().getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable DataPage readPage() {
    try {
      while (valuesRead < values) {
        PageHeader header = header();
        byte[] bytes = bytes(header.getCompressed_page_size());
        if (header.getType() == PageType.DATA_PAGE) {
          return page(header, header.getData_page_header(), bytes);
        }
        if (header.getType() == PageType.DATA_PAGE_V2) {
          return page(header, header.getData_page_header_v2(), bytes);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage page(PageHeader header, DataPageHeader data, byte[] bytes) throws IOException {
    valuesRead += data.getNum_values();
    int size = header.getUncompressed_page_size();
    return new DataPageV1(
        BytesInput.from(codec.unpack(bytes, size)),
        data.getNum_values(),
        size,
        NO_STATISTICS,
        encoding(data.getRepetition_level_encoding()),
        encoding(data.getDefinition_level_encoding()),
        encoding(data.getEncoding()));
  }

  /** The levels of such a page lie before its values and are never packed. */
  private DataPage page(PageHeader header, DataPageHeaderV2 data, byte[] bytes) throws IOException {
    valuesRead += data.getNum_values();
    int repetition = data.getRepetition_levels_byte_length();
    int definition = data.getDefinition_levels_byte_length();
    int levels = repetition + definition;
    if (repetition < 0 || definition < 0 || levels < 0 || levels > bytes.length) {
      throw new IOException("a page whose levels are longer than itself");
    }
    byte[] packed = Arrays.copyOfRange(bytes, levels, bytes.length);
    boolean isPacked = !data.isSetIs_compressed() || data.isIs_compressed();
    byte[] unpacked =
        isPacked && packed.length > 0
            ? codec.unpack(packed, header.getUncompressed_page_size() - levels)
            : packed;
    return DataPageV2.uncompressed(
        data.getNum_rows(),
        data.getNum_nulls(),
        data.getNum_values(),
        BytesInput.from(bytes, 0, repetition),
        BytesInput.from(bytes, repetition, definition),
        encoding(data.getEncoding()),
        BytesInput.from(unpacked),
        NO_STATISTICS);
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }

  private PageHeader header() throws IOException {
    return Util.readPageHeader(new ChannelBytes());
  }

  private byte[] bytes(int count) throws IOException {
    if (count < 0 || count > end - position) {
      throw new EOFException("a page of " + count + " bytes behind its column's end");
    }
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("the file ends in a page");
      }
    }
    position += count;
    return bytes.array();
  }

  /** The bytes of a header, whose length only its reader knows. */
  private final class ChannelBytes extends InputStream {

    private static final int CHUNK = 256;

    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!chunk.hasRemaining()) {
        chunk.clear();
        int count = channel.read(chunk.limit((int) Math.min(CHUNK, end - position)), position);
        chunk.flip();
        if (count <= 0) {
          return -1;
        }
      }
      int count = Math.min(length, chunk.remaining());
      chunk.get(target, offset, count);
      position += count;
      return count;
    }
  }
}
