package lindyn.log.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells MATLAB files of version 4, which start with the header of a matrix instead of a mark: five
 * 32-bit integers and the matrix's name, as "MAT-File Format" by The MathWorks documents them.
 */
final class MatVersion4 {

  private static final int HEADER = 5 * Integer.BYTES;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*\0?");

  private MatVersion4() {}

  static boolean isHeader(String start) {
    if (start.length() <= HEADER) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(start.getBytes(StandardCharsets.ISO_8859_1));
    return isHeader(header.order(ByteOrder.LITTLE_ENDIAN), start)
        || isHeader(header.order(ByteOrder.BIG_ENDIAN), start);
  }

  private static boolean isHeader(ByteBuffer header, String start) {
    int imaginary = header.getInt(3 * Integer.BYTES);
    int nameLength = header.getInt(4 * Integer.BYTES);
    return isType(header.getInt(0))
        && header.getInt(Integer.BYTES) >= 0
        && header.getInt(2 * Integer.BYTES) >= 0
        && (imaginary == 0 || imaginary == 1)
        && nameLength > 0
        && nameLength <= start.length() - HEADER
        && NAME.matcher(start.substring(HEADER, HEADER + nameLength)).matches();
  }

  /** The decimal digits MOPT: machine, always 0, precision, and full, text or sparse. */
  private static boolean isType(int type) {
    return type >= 0
        && type / 1000 <= 4
        && type / 100 % 10 == 0
        && type / 10 % 10 <= 5
        && type % 10 <= 2;
  }
}
