package lindyn.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as a reader of a report expects them, the same in every locale. */
final class Numbers {

  /** Stands for a number that does not exist. */
  static final String NONE = "–";

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  /** Returns a coordinate to a tenth of a pixel, as short as it can be written. */
  static String coordinate(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }

  /** Returns a number with a fixed number of decimals. */
  static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text.replace('-', '−');
  }

  /** Returns a number without trailing zeros. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Returns a count with groups of three digits. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Returns a number with three significant digits, in powers of ten where that is shorter. */
  static String significant(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double magnitude = Math.abs(value);
    if (magnitude == 0 || Double.isInfinite(value)) {
      return magnitude == 0 ? "0" : value > 0 ? "∞" : "−∞";
    }
    if (magnitude < 1e-3 || magnitude >= 1e6) {
      return scientific(value, 1);
    }
    return fixed(value, Math.max(0, 2 - exponent(magnitude)));
  }

  /** Returns a ratio, such as nMSE, with three decimals as long as they say enough. */
  static String ratio(double value) {
    return value >= 0.01 && value < 100 ? fixed(value, 3) : significant(value);
  }

  /** Returns a number as a mantissa with at most {@code decimals} decimals and a power of ten. */
  static String scientific(double value, int decimals) {
    String[] parts =
        String.format(Locale.ROOT, "%." + decimals + "e", value).replace('-', '−').split("e", 2);
    String mantissa = parts[0].replaceFirst("\\.0+$", "");
    String power = "10" + superscript(Integer.parseInt(parts[1].replace('−', '-')));
    return mantissa.equals("1") ? power : mantissa + "·" + power;
  }

  /** Returns floor(log10(magnitude)), exact at powers of ten. */
  static int exponent(double magnitude) {
    int exponent = (int) Math.floor(Math.log10(magnitude));
    return Math.pow(10, exponent + 1) <= magnitude ? exponent + 1 : exponent;
  }

  private static String superscript(int exponent) {
    var text = new StringBuilder(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
