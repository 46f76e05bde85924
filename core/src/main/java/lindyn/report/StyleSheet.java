package lindyn.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheets, which lie beside this class. */
enum StyleSheet {
  /** Colours on light ground, lines and text of charts. */
  CHART("chart.css"),
  /** Colours of charts on dark ground, where the reader prefers that. */
  DARK_CHART("chart-dark.css"),
  /** Everything else on the page. */
  PAGE("page.css");

  private static final Pattern VARIABLE = Pattern.compile("(--[a-z]+): ([^;]+);\\s*");

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

  /** Returns the style sheet without variables, which programs other than browsers do not know. */
  String cssWithoutVariables() {
    String resolved = VARIABLE.matcher(css).replaceAll("");
    Matcher variable = VARIABLE.matcher(css);
    while (variable.find()) {
      resolved = resolved.replace("var(" + variable.group(1) + ")", variable.group(2));
    }
    return resolved;
  }
}
