package lindyn.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a file that stands alone of a chart that is part of a page. */
final class SvgFile {

  private static final Pattern START =
      Pattern.compile("<svg (.*?)viewBox=\"0 0 (\\S+) (\\S+)\"(.*?)>");
  private static final double MARGIN = 12;

  private SvgFile() {}

  /** Returns the chart with a size, its style sheet, and ground with a margin around it. */
  static String of(String svg) {
    Matcher start = START.matcher(svg);
    if (!start.lookingAt()) {
      throw new IllegalArgumentException("not a chart: " + svg);
    }
    String width = size(start.group(2));
    String height = size(start.group(3));
    String corner = Numbers.coordinate(-MARGIN);
    return new Markup()
        .raw("<svg " + start.group(1))
        .raw("viewBox=\"" + String.join(" ", corner, corner, width, height) + "\"")
        .raw(" width=\"" + width + "\" height=\"" + height + "\"" + start.group(4) + ">")
        .element("style", StyleSheet.CHART.cssWithoutVariables())
        .leaf("rect", "class", "ground", "x", corner, "y", corner, "width", width, "height", height)
        .raw(svg.substring(start.end()))
        .finish();
  }

  private static String size(String inside) {
    return Numbers.coordinate(Double.parseDouble(inside) + 2 * MARGIN);
  }
}
