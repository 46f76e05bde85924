package lindyn.report;

/** What all pages share: the head with the style sheets, and the frame. */
final class Page {

  private Page() {}

  /** Opens a page up to its content. */
  static Markup open(String title) {
    return new Markup()
        .raw("<!DOCTYPE html>\n")
        .open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml")
        .open("head")
        .leaf("meta", "charset", "utf-8")
        .leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("meta", "name", "color-scheme", "content", "light dark")
        .element("title", title)
        .open("style")
        .raw(StyleSheet.PAGE.css() + StyleSheet.CHART.css() + StyleSheet.DARK_CHART.css())
        .close()
        .close()
        .open("body")
        .open("main");
  }

  /** Closes the page and returns it. */
  static String close(Markup html) {
    return html.close().close().close().finish() + "\n";
  }
}
