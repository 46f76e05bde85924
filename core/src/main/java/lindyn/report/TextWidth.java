package lindyn.report;

/** Guesses how wide text will be; there may be no fonts where a report is written. */
final class TextWidth {

  /** The font size that the style sheet gives all text in charts, in pixels. */
  private static final double FONT_SIZE = 12;

  private TextWidth() {}

  /** Returns the width of one line, in pixels. */
  static double of(String text) {
    return FONT_SIZE * text.codePoints().mapToDouble(TextWidth::perFontSize).sum();
  }

  /** Widths of usual sans-serif fonts, a little generous. */
  private static double perFontSize(int character) {
    if ("iljtfrI.,:;!|'()[] ·".indexOf(character) >= 0) {
      return 0.36;
    }
    if ("mwMW".indexOf(character) >= 0) {
      return 0.92;
    }
    return Character.isUpperCase(character) ? 0.68 : 0.6;
  }
}
