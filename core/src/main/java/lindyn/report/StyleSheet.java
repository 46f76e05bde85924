package lindyn.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheets, which lie beside this class. */
enum StyleSheet {
  /** Colours, lines and text of charts. */
  CHART("chart.css"),
  /** Everything else on the page. */
  PAGE("page.css");

  private final String css;

  StyleSheet(String file) {
    try (InputStream in =
        Objects.requireNonNull(StyleSheet.class.getResourceAsStream(file), file)) {
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String css() {
    return css;
  }
}
