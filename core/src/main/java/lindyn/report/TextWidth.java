package lindyn.report;

/** Guesses how wide text will be; there may be no fonts where a report is written. */
final class TextWidth {

  /** Average width of a character over the font size, for a sans-serif font, a little generous. */
  private static final double PER_CHARACTER = 0.56;

  /** The font size that the style sheet gives all text in charts, in pixels. */
  private static final double FONT_SIZE = 12;

  private TextWidth() {}

  /** Returns the width of one line, in pixels. */
  static double of(String text) {
    return text.codePointCount(0, text.length()) * PER_CHARACTER * FONT_SIZE;
  }
}
