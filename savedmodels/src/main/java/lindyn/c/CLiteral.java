package lindyn.c;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Constants of C99. */
final class CLiteral {

  private CLiteral() {}

  /** Returns a float32 number to the last bit. */
  static String of(float number) {
    if (Float.isNaN(number)) {
      return "NAN";
    }
    if (Float.isInfinite(number)) {
      return number > 0 ? "INFINITY" : "-INFINITY";
    }
    return Float.toHexString(number) + "f";
  }

  /**
   * Returns a text in quotes, as UTF-8. The literal itself is ASCII on one line, and neither ends
   * nor opens a comment, so that it may stand in one too.
   */
  static String of(String text) {
    var literal = new StringBuilder("\"");
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(unit)) {
        literal.append((char) unit);
      } else {
        // Always three digits: a digit that follows is not taken for one of them.
        literal.append(String.format(Locale.ROOT, "\\%03o", unit & 0xff));
      }
    }
    return literal.append('"').toString();
  }

  /** Tells whether a character has no meaning in a literal, a trigraph or a comment. */
  private static boolean isPlain(byte unit) {
    return unit >= ' ' && unit <= '~' && "\"\\?*".indexOf(unit) < 0;
  }
}
