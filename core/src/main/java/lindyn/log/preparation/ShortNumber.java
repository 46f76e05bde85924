package lindyn.log.preparation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: four significant digits, without trailing zeros. */
final class ShortNumber {

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private ShortNumber() {}

  /**
   * Returns a number such as 0.004 or 1.5e-7.
   *
   * @throws NumberFormatException if it is not finite
   */
  static String of(double value) {
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    boolean isPlain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7);
    return isPlain ? rounded.toPlainString() : String.format(Locale.ROOT, "%.3e", value);
  }
}
