package lindyn.report;

import java.util.Locale;

/**
 * A colour of a chart; the page's style sheet gives its shade on light and on dark ground. The
 * colours can be told apart with all common kinds of colour blindness (Okabe and Ito 2008).
 */
public enum Colour {
  /** The colour of the text: black on light ground, white on dark. */
  INK,
  /** Dark blue. */
  BLUE,
  /** Orange. */
  ORANGE,
  /** Neutral grey. */
  GREY,
  /** Bluish green. */
  GREEN,
  /** Reddish purple. */
  PURPLE,
  /** Red orange. */
  VERMILLION,
  /** Light blue. */
  SKY;

  /** Returns the colour of the i-th of several things, from 0; after seven they repeat. */
  public static Colour ofSeries(int i) {
    return values()[1 + i % (values().length - 1)];
  }

  /** Returns the class that the style sheet knows it by. */
  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
