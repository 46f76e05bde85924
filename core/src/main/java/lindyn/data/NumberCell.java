package lindyn.data;

import java.util.Locale;

/** Reads the decimal number in a cell; NaN stands for a cell without a usable number. */
final class NumberCell {

  private NumberCell() {}

  /** Returns the nearest float32, or NaN if the cell holds no number or one beyond float32. */
  static float toFloat(String cell) {
    if (!isDecimal(cell)) {
      return Float.NaN;
    }
    try {
      return finiteOrNan(Float.parseFloat(cell));
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  /** Returns the nearest double, or NaN if the cell holds no number or one beyond double. */
  static double toDouble(String cell) {
    if (!isDecimal(cell)) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(cell);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static float finiteOrNan(float value) {
    return Float.isInfinite(value) ? Float.NaN : value;
  }

  /** Refuses what Java reads as numbers and no log means: NaN, Infinity, 1f, 0x1p3. */
  private static boolean isDecimal(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean allowed =
          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  /** Says what is wrong with a cell without a usable number, and what to do. */
  static String problem(String cell) {
    if (cell.isEmpty()) {
      return "is empty, expected a number; fill the gap or drop the row";
    }
    String found = "holds " + InputFile.quoted(cell) + ", expected ";
    if (cell.matches("[-+]?[0-9]*,[0-9]+([eE][-+]?[0-9]+)?")) {
      return found + "a decimal point; export the log with decimal points, not commas";
    }
    String word = cell.toLowerCase(Locale.ROOT).replaceFirst("^[-+]", "");
    if (word.equals("nan") || word.startsWith("inf")) {
      return found + "a finite number; repair or drop the row";
    }
    if (isDecimal(cell) && cell.matches(".*[0-9].*") && isTooLarge(cell)) {
      return found + "a number below 3.4e38; check the unit or drop the row";
    }
    return found + "a number; repair or drop the row";
  }

  private static boolean isTooLarge(String cell) {
    try {
      return Float.isInfinite(Float.parseFloat(cell));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
