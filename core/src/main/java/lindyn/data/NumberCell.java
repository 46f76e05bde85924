package lindyn.data;

import java.util.Locale;

/** Reads the decimal number in a cell; NaN stands for a cell without a usable number. */
final class NumberCell {

  /** Beyond this no quantity of a robot lies, and products of two would leave float32. */
  private static final double LARGEST = 1e15;

  private NumberCell() {}

  /** Returns the nearest float32, or NaN if the cell holds no number or one beyond 1e15. */
  static float toFloat(String cell) {
    if (!isDecimal(cell)) {
      return Float.NaN;
    }
    try {
      float value = Float.parseFloat(cell);
      return Math.abs(value) <= LARGEST ? value : Float.NaN;
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
      return found + "a number below 1e15; check the unit or drop the row";
    }
    return found + "a number; repair or drop the row";
  }

  private static boolean isTooLarge(String cell) {
    try {
      return Math.abs(Float.parseFloat(cell)) > LARGEST;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
