package lindyn.report;

import java.util.List;

/**
 * Draws the bars of a {@link BarChart} with their numbers.
 *
 * @param plot the chart; group g lies between g and g + 1 on its horizontal axis
 * @param groups names of the groups
 * @param bars the bars
 */
record BarPainter(Plot plot, List<String> groups, List<BarChart.Bars> bars) {

  /** Share of a group's width that its bars take. */
  private static final double FILLED = 0.8;

  private static final double MAX_BAR_WIDTH = 70;
  private static final double MAX_CAP_WIDTH = 14;

  void draw(Markup svg) {
    for (int group = 0; group < groups.size(); group++) {
      for (int kind = 0; kind < bars.size(); kind++) {
        draw(svg, group, kind);
      }
    }
  }

  private double barWidth() {
    double groupWidth = plot.frame().width() / groups.size();
    return Math.min(MAX_BAR_WIDTH, FILLED * groupWidth / bars.size());
  }

  private void draw(Markup svg, int group, int kind) {
    BarSpan span = bars.get(kind).span(group);
    double middle = plot.frame().x(plot.x(), group + 0.5);
    double left = middle + (kind - bars.size() / 2.0) * barWidth();
    String number = Numbers.ratio(span.value());
    svg.open("g")
        .element("title", groups.get(group) + ", " + bars.get(kind).name() + ": " + number);
    drawBar(svg, bars.get(kind).colour(), left, span);
    if (span.hasErrorBar()) {
      drawErrorBar(svg, left + barWidth() / 2, span);
    }
    if (0.8 * TextWidth.of(number) <= barWidth()) {
      double tip = row(span.tip());
      Plot.drawText(
          svg,
          "value middle",
          number,
          left + barWidth() / 2,
          span.value() < 0 ? tip + 13 : tip - 4);
    }
    svg.close();
  }

  private double row(double value) {
    return plot.frame().y(plot.y(), value);
  }

  private void drawBar(Markup svg, Colour colour, double left, BarSpan span) {
    double zero = row(0);
    double end = Double.isFinite(span.value()) ? row(span.value()) : zero;
    svg.leaf(
        "rect",
        "class",
        "bar " + colour.cssClass(),
        "x",
        Numbers.coordinate(left + 1),
        "y",
        Numbers.coordinate(Math.min(zero, end)),
        "width",
        Numbers.coordinate(Math.max(1, barWidth() - 2)),
        "height",
        Numbers.coordinate(Math.abs(zero - end)));
  }

  private void drawErrorBar(Markup svg, double middle, BarSpan span) {
    // The halo keeps the error bar visible on a dark bar.
    for (String cssClass : List.of("halo", "error")) {
      drawErrorBar(svg, cssClass, middle, span);
    }
  }

  private void drawErrorBar(Markup svg, String cssClass, double middle, BarSpan span) {
    double cap = Math.min(MAX_CAP_WIDTH, barWidth() / 2) / 2;
    double low = row(span.low());
    double high = row(span.high());
    Plot.drawLine(svg, cssClass, middle, low, middle, high);
    Plot.drawLine(svg, cssClass, middle - cap, high, middle + cap, high);
    Plot.drawLine(svg, cssClass, middle - cap, low, middle + cap, low);
  }
}
