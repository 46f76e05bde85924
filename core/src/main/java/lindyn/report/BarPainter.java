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
    double value = bars.get(kind).values().get(group);
    double middle = plot.frame().x(plot.x(), group + 0.5);
    double left = middle + (kind - bars.size() / 2.0) * barWidth();
    double zero = plot.frame().y(plot.y(), 0);
    double end = Double.isFinite(value) ? plot.frame().y(plot.y(), value) : zero;
    String number = Numbers.ratio(value);
    svg.open("g")
        .element("title", groups.get(group) + ", " + bars.get(kind).name() + ": " + number);
    svg.leaf(
        "rect",
        "class",
        "bar " + bars.get(kind).colour().cssClass(),
        "x",
        Numbers.coordinate(left + 1),
        "y",
        Numbers.coordinate(Math.min(zero, end)),
        "width",
        Numbers.coordinate(Math.max(1, barWidth() - 2)),
        "height",
        Numbers.coordinate(Math.abs(zero - end)));
    if (0.8 * TextWidth.of(number) <= barWidth()) {
      Plot.drawText(
          svg, "value middle", number, left + barWidth() / 2, value < 0 ? end + 13 : end - 4);
    }
    svg.close();
  }
}
