package lindyn.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame of one record in TensorFlow's record files: length, its checksum, the data, its
 * checksum; all little-endian (TensorFlow, core/lib/io/record_writer.h).
 */
final class TfRecord {

  /** Bytes that the frame adds to the data. */
  static final int OVERHEAD = Long.BYTES + 2 * Integer.BYTES;

  private static final int MASK_DELTA = 0xa282ead8;

  private TfRecord() {}

  /** Returns the data in its frame. */
  static byte[] frame(byte[] data) {
    var frame = ByteBuffer.allocate(data.length + OVERHEAD).order(ByteOrder.LITTLE_ENDIAN);
    frame.putLong(data.length);
    frame.putInt(maskedChecksum(frame.array(), Long.BYTES));
    frame.put(data);
    frame.putInt(maskedChecksum(data, data.length));
    return frame.array();
  }

  /** CRC-32C, rotated and shifted, because a CRC over data that contains its CRC is weak. */
  private static int maskedChecksum(byte[] data, int length) {
    var crc = new CRC32C();
    crc.update(data, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }
}
