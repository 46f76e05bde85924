package lindyn.report;

/**
 * A chart that draws itself as SVG. Its text stays text, on a page its colours follow the reader's
 * light or dark theme, and it needs neither fonts nor a display where it is written.
 */
public sealed interface Chart permits LineChart, PanelChart, BarChart, HistogramChart {

  /** Width of all charts, in pixels; a page scales them to its own. */
  int WIDTH = 960;

  /** Returns an {@code svg} element for a page that has the style sheet of charts. */
  String svg();

  /**
   * Returns the content of an SVG file that stands alone: the chart with its style sheet on white
   * ground, whatever surrounds it.
   */
  default String svgFile() {
    return SvgFile.of(svg());
  }

  /** Opens the element, with a name and a description for those who cannot see it. */
  static Markup open(double height, String title, String description) {
    return new Markup()
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "class",
            "chart",
            "viewBox",
            "0 0 " + WIDTH + " " + Numbers.coordinate(height),
            "role",
            "img",
            "aria-label",
            title)
        .element("desc", description);
  }
}
