package lindyn.log;

import java.util.Locale;
import lindyn.file.InputFile;

/** Says what is wrong with a cell that holds no usable number. */
final class NumberCell {

  private static final String DECIMAL = "[-+]?([0-9]++([.][0-9]*+)?|[.][0-9]++)([eE][-+]?[0-9]++)?";
  private static final String DECIMAL_COMMA = "[-+]?[0-9]*,[0-9]+([eE][-+]?[0-9]+)?";

  private NumberCell() {}

  /** Returns what was found, what was expected, and what to do. */
  static String problem(String cell) {
    if (cell.isEmpty()) {
      return "is empty, expected a number; fill the gap or drop the row";
    }
    String found = "holds " + InputFile.quoted(cell) + ", expected ";
    if (cell.matches(DECIMAL_COMMA)) {
      return found + "a decimal point; export the log with decimal points, not commas";
    }
    String word = cell.toLowerCase(Locale.ROOT).replaceFirst("^[-+]", "");
    if (word.equals("nan") || word.startsWith("inf")) {
      return found + "a finite number; repair or drop the row";
    }
    if (cell.matches(DECIMAL)) {
      return found + "a number below 1e15; check the unit or drop the row";
    }
    return found + "a number; repair or drop the row";
  }
}
