package lindyn.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines over one horizontal axis.
 *
 * @param title what the chart shows, for those who cannot see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param series the lines, the last one on top
 * @param markers vertical lines
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series, List<Marker> markers)
    implements Chart {

  private static final double FRAME_HEIGHT = 280;

  /** Copies the lists. */
  public LineChart {
    series = List.copyOf(series);
    markers = List.copyOf(markers);
  }

  @Override
  public String svg() {
    Scale xScale = x.tight(series.stream().flatMapToDouble(Series::xs), 11);
    Scale yScale = y.roomy(series.stream().flatMapToDouble(Series::ys), 8);
    double left = Plot.labelWidth(yScale);
    var legend = new Legend(left, WIDTH);
    series.forEach(line -> legend.add(line.name(), line.colour()));
    double top = legend.height() + 28;
    var frame = new Frame(left, top, WIDTH - 20, top + FRAME_HEIGHT);
    return draw(new Plot(frame, xScale, yScale), legend);
  }

  private String draw(Plot plot, Legend legend) {
    Frame frame = plot.frame();
    Markup svg = Chart.open(frame.bottom() + 46, title, description());
    legend.drawLines(svg);
    Plot.drawText(svg, "label", y.label(), 0, frame.top() - 12);
    plot.drawVerticalGrid(svg);
    plot.drawVerticalAxis(svg);
    plot.drawHorizontalAxis(svg, x.label());
    markers.forEach(marker -> plot.draw(svg, marker));
    series.forEach(line -> plot.draw(svg, line));
    return svg.close().finish();
  }

  private String description() {
    return y.label()
        + " against "
        + x.label()
        + series.stream().map(LineChart::description).collect(Collectors.joining("; ", ": ", ""));
  }

  private static String description(Series line) {
    var summary = line.ys().filter(Double::isFinite).summaryStatistics();
    return summary.getCount() == 0
        ? line.name() + " without data"
        : line.name()
            + " from "
            + Numbers.significant(summary.getMin())
            + " to "
            + Numbers.significant(summary.getMax());
  }
}
