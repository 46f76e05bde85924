package lindyn.log.preparation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: few significant digits, without trailing zeros. */
public final class ShortNumber {

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private static final int TIME_DIGITS = 9;
  private static final int TIME_DECIMALS = 6;

  private ShortNumber() {}

  /** Returns a time in s to nine significant digits, and to 1 µs at least; it must be finite. */
  public static String ofTime(double seconds) {
    BigDecimal exact = new BigDecimal(seconds);
    int digitsBeforePoint = exact.precision() - exact.scale();
    int decimals = Math.max(TIME_DECIMALS, TIME_DIGITS - digitsBeforePoint);
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return isPlain(seconds) ? rounded.toPlainString() : Double.toString(seconds);
  }

  private static boolean isPlain(double value) {
    return value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15);
  }

  /**
   * Returns a four-digit number such as 0.004 or 1.5e-7.
   *
   * @throws NumberFormatException if it is not finite
   */
  static String of(double value) {
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    boolean isPlain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7);
    return isPlain ? rounded.toPlainString() : String.format(Locale.ROOT, "%.3e", value);
  }
}
