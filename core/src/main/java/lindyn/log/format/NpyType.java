package lindyn.log.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an element of a NumPy array lies in bytes.
 *
 * @param kind NumPy's letter: f float, i and u integers, b bool, U and S text
 * @param bytes size of an element
 * @param order of its bytes
 */
record NpyType(char kind, int bytes, ByteOrder order) {

  private static final Pattern DESCRIPTION = Pattern.compile("([<>|=])([fiubUS])([0-9]{1,5})");
  private static final Map<Character, String> SIZES =
      Map.of('f', "48", 'i', "1248", 'u', "1248", 'b', "1");

  /** Returns the type of a description such as {@code <f8}, if Lindyn can read it. */
  static Optional<NpyType> of(String description) {
    Matcher matcher = DESCRIPTION.matcher(description);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    char kind = matcher.group(2).charAt(0);
    String size = matcher.group(3);
    if (isText(kind) || (size.length() == 1 && SIZES.getOrDefault(kind, "").contains(size))) {
      int bytes = Integer.parseInt(size) * (kind == 'U' ? Integer.BYTES : 1);
      boolean isBig = matcher.group(1).equals(">");
      return Optional.of(
          new NpyType(kind, bytes, isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
    }
    return Optional.empty();
  }

  private static boolean isText(char kind) {
    return kind == 'U' || kind == 'S';
  }

  boolean isText() {
    return isText(kind);
  }

  /** Returns the number at an offset; NaN if it is text. */
  double number(ByteBuffer data, int at) {
    return switch (kind) {
      case 'f' -> bytes == Float.BYTES ? data.getFloat(at) : data.getDouble(at);
      case 'i' -> integer(data, at);
      case 'u' -> unsigned(integer(data, at));
      case 'b' -> data.get(at);
      default -> Double.NaN;
    };
  }

  /** Returns the element at an offset as an id or for an error. */
  String text(ByteBuffer data, int at) {
    return switch (kind) {
      case 'U', 'S' -> string(data, at);
      case 'i' -> Long.toString(integer(data, at));
      case 'u' -> Long.toUnsignedString(masked(integer(data, at)));
      default -> LogVariable.text(number(data, at));
    };
  }

  private long integer(ByteBuffer data, int at) {
    return switch (bytes) {
      case Byte.BYTES -> data.get(at);
      case Short.BYTES -> data.getShort(at);
      case Integer.BYTES -> data.getInt(at);
      default -> data.getLong(at);
    };
  }

  private long masked(long integer) {
    return bytes == Long.BYTES ? integer : integer & ((1L << (8 * bytes)) - 1);
  }

  private double unsigned(long integer) {
    long value = masked(integer);
    return value >= 0 ? value : 2.0 * (value >>> 1);
  }

  private String string(ByteBuffer data, int at) {
    int unit = kind == 'U' ? Integer.BYTES : 1;
    var text = new StringBuilder();
    for (int i = at; i < at + bytes; i += unit) {
      int codePoint = kind == 'U' ? data.getInt(i) : data.get(i) & 0xff;
      if (codePoint == 0) {
        break;
      }
      text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : 0xFFFD);
    }
    return text.toString();
  }
}
