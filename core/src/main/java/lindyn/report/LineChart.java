package lindyn.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines over one horizontal axis.
 *
 * @param title what the chart shows, for those who cannot see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param series the lines, the last one on top
 * @param markers vertical lines
 * @param inset a small chart in a corner, if there is one
 */
public record LineChart(
    String title, Axis x, Axis y, List<Series> series, List<Marker> markers, Optional<Inset> inset)
    implements Chart {

  private static final double FRAME_HEIGHT = 280;

  /** High enough that an inset's lines can be read. */
  private static final double FRAME_HEIGHT_WITH_INSET = 420;

  /** Copies the lists. */
  public LineChart {
    series = List.copyOf(series);
    markers = List.copyOf(markers);
  }

  /** Makes a chart without inset. */
  public LineChart(String title, Axis x, Axis y, List<Series> series, List<Marker> markers) {
    this(title, x, y, series, markers, Optional.empty());
  }

  @Override
  public String svg() {
    boolean isBeside = inset.stream().anyMatch(small -> small.place() == Inset.Place.BESIDE);
    Scale xScale = x.tight(series.stream().flatMapToDouble(Series::xs), isBeside ? 7 : 11);
    Scale yScale = y.roomy(series.stream().flatMapToDouble(Series::extent), 8);
    double left = Plot.labelWidth(yScale);
    var legend = new Legend(left, WIDTH);
    series.forEach(legend::add);
    double top = legend.height() + 28;
    double right = isBeside ? InsetPainter.SHARE_BESIDE * WIDTH : WIDTH - 20;
    var frame = new Frame(left, top, right, top + frameHeight());
    return draw(new Plot(frame, xScale, yScale), legend);
  }

  private double frameHeight() {
    return inset.isPresent() ? FRAME_HEIGHT_WITH_INSET : FRAME_HEIGHT;
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
    plot.draw(svg, series);
    markers.forEach(marker -> plot.drawLabel(svg, marker));
    inset.ifPresent(small -> new InsetPainter(small, frame).draw(svg));
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
