package lindyn.log.format;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from ASCII bytes: [-+] digits [. digits] [e [-+] digits]. NaN stands for
 * everything else, also for what Java alone reads as a number: NaN, Infinity, 1f, 0x1p3.
 *
 * <p>The results are those of {@link Float#parseFloat} and {@link Double#parseDouble}, bit for bit,
 * several times faster: a number is the product of an integer and a power of ten, computed in
 * double. Where the error of that product could matter, Java's own method decides.
 */
public final class DecimalBytes {

  /** Integers below this can take one more digit. */
  private static final long FULL = 100_000_000_000_000_000L;

  private static final long LARGEST_EXACT_INTEGER = 1L << 53;
  private static final int LARGEST_EXACT_POWER = 22;

  /** Bits of a double that a float lacks, and their value halfway between two floats. */
  private static final long LOST_BITS = (1L << 29) - 1;

  private static final long HALFWAY = 1L << 28;

  /**
   * Bound of the product's error, in units of the last bit of a double. Dropping digits beyond the
   * 18th, rounding the integer, the power and the product each add at most one unit.
   */
  private static final long MARGIN = 8;

  /** Beyond any power that as many zeros as a cell may have could undo. */
  private static final int LARGEST_POWER = 100_000_000;

  private static final int POINT = '.' - '0';
  private static final double[] POWERS = powers(64);

  private final byte[] bytes;
  private final int to;
  private int at;
  private boolean negative;
  private long integer;
  private int exponent;
  private int digits;

  private DecimalBytes(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  private static double[] powers(int count) {
    double[] powers = new double[count];
    for (int i = 0; i < count; i++) {
      powers[i] = Double.parseDouble("1e" + i);
    }
    return powers;
  }

  /** Returns the float32 nearest to the number in {@code bytes[from..to)}, or NaN. */
  static float toFloat(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    int point = to;
    long integer = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        integer = 10 * integer + digit;
      } else if (digit == POINT && point == to) {
        point = at;
      } else {
        break;
      }
    }
    if (at < to || at - first > 18 || at - first < 2) {
      return toFloatWithExponent(bytes, from, to);
    }
    double product = point == to ? integer : integer / POWERS[to - point - 1];
    return isSafe(product)
        ? (float) (negative ? -product : product)
        : toFloatWithExponent(bytes, from, to);
  }

  private static boolean isSafe(double product) {
    long lost = Double.doubleToRawLongBits(product) & LOST_BITS;
    return Math.abs(lost - HALFWAY) > MARGIN
        && product > 2 * Float.MIN_NORMAL
        && product < Float.MAX_VALUE / 2;
  }

  private static float toFloatWithExponent(byte[] bytes, int from, int to) {
    var number = new DecimalBytes(bytes, from, to);
    if (!number.parse()) {
      return Float.NaN;
    }
    double product = number.product();
    if (isSafe(product) || number.integer == 0) {
      return (float) (number.negative ? -product : product);
    }
    return Float.parseFloat(text(bytes, from, to));
  }

  /** Returns the double nearest to the number in {@code bytes[from..to)}, or NaN. */
  public static double toDouble(byte[] bytes, int from, int to) {
    var number = new DecimalBytes(bytes, from, to);
    if (!number.parse()) {
      return Double.NaN;
    }
    boolean isExact =
        number.integer <= LARGEST_EXACT_INTEGER && Math.abs(number.exponent) <= LARGEST_EXACT_POWER;
    if (isExact || number.integer == 0) {
      return number.negative ? -number.product() : number.product();
    }
    return Double.parseDouble(text(bytes, from, to));
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  /** Returns the absolute value, or NaN if its power of ten is not in the table. */
  private double product() {
    if (integer == 0) {
      return 0;
    }
    if (Math.abs(exponent) >= POWERS.length) {
      return Double.NaN;
    }
    return exponent < 0 ? integer / POWERS[-exponent] : integer * POWERS[exponent];
  }

  private boolean parse() {
    negative = skipSign();
    readDigits(0);
    if (at < to && bytes[at] == '.') {
      at++;
      readDigits(1);
    }
    return digits > 0 && (at == to || readExponent());
  }

  private boolean skipSign() {
    boolean isMinus = at < to && bytes[at] == '-';
    if (isMinus || (at < to && bytes[at] == '+')) {
      at++;
    }
    return isMinus;
  }

  /** Appends digits to the integer; each lowers the exponent by {@code places}. */
  private void readDigits(int places) {
    int i = at;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      if (integer < FULL) {
        integer = 10 * integer + digit;
        exponent -= places;
      } else {
        exponent += 1 - places;
      }
    }
    digits += i - at;
    at = i;
  }

  private boolean readExponent() {
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return false;
    }
    at++;
    boolean isNegative = skipSign();
    int start = at;
    int power = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      power = Math.min(LARGEST_POWER, 10 * power + digit);
    }
    exponent += isNegative ? -power : power;
    return at > start;
  }
}
