package lindyn.log.format;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/**
 * Unpacks pages of Parquet files.
 *
 * @param codec how they are packed
 */
record PageCodec(CompressionCodec codec) {

  /** Writers make pages of about 1 MB; more than this is a damaged header. */
  private static final int LARGEST_PAGE = 1 << 28;

  /** Tells whether pages that are packed in this way can be unpacked. */
  boolean isKnown() {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
      default -> false;
    };
  }

  /**
   * Unpacks bytes.
   *
   * @param size their number when unpacked
   * @throws IOException if they are damaged
   */
  byte[] unpack(byte[] packed, int size) throws IOException {
    if (size < 0 || size > LARGEST_PAGE) {
      throw new IOException("a page of " + size + " bytes");
    }
    byte[] unpacked =
        switch (codec) {
          case UNCOMPRESSED -> packed;
          case GZIP -> gunzip(packed, size);
          case SNAPPY -> decompress(new SnappyDecompressor(), packed, size);
          case ZSTD -> decompress(new ZstdDecompressor(), packed, size);
          case LZ4_RAW -> decompress(new Lz4Decompressor(), packed, size);
          default -> throw new IOException("codec " + codec);
        };
    if (unpacked.length != size) {
      throw new IOException("a page of another size than its header says");
    }
    return unpacked;
  }

  private static byte[] gunzip(byte[] packed, int size) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return unpacked.readNBytes(size);
    }
  }

  private static byte[] decompress(Decompressor decompressor, byte[] packed, int size)
      throws IOException {
    byte[] unpacked = new byte[size];
    int count = decompressor.decompress(packed, 0, packed.length, unpacked, 0, size);
    if (count != size) {
      throw new IOException("a page of another size than its header says");
    }
    return unpacked;
  }
}
