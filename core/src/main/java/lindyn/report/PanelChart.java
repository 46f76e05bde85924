package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several small charts, one below the other, over one horizontal axis.
 *
 * @param title what the chart shows, for those who cannot see it
 * @param x horizontal axis of all panels
 * @param y vertical axis of all panels; each has its own range
 * @param panels the panels from top to bottom
 * @param markers vertical lines through all panels; the first one has their labels
 */
public record PanelChart(String title, Axis x, Axis y, List<Panel> panels, List<Marker> markers)
    implements Chart {

  private static final double ALL_FRAMES_HEIGHT = 540;
  private static final double MIN_FRAME_HEIGHT = 76;
  private static final double MAX_FRAME_HEIGHT = 200;
  private static final double GAP = 34;

  /** Copies the lists. */
  public PanelChart {
    panels = List.copyOf(panels);
    markers = List.copyOf(markers);
  }

  /** Makes a chart without markers. */
  public PanelChart(String title, Axis x, Axis y, List<Panel> panels) {
    this(title, x, y, panels, List.of());
  }

  /**
   * One of the small charts.
   *
   * @param name what it shows
   * @param note a remark at its right end
   * @param series the lines, the last one on top
   */
  public record Panel(String name, String note, List<Series> series) {

    /** Copies the list. */
    public Panel {
      series = List.copyOf(series);
    }
  }

  @Override
  public String svg() {
    Scale xScale = x.tight(allSeries().stream().flatMapToDouble(Series::xs), 11);
    List<Scale> yScales = panels.stream().map(this::yScale).collect(Collectors.toList());
    double left = yScales.stream().mapToDouble(Plot::labelWidth).max().orElse(0);
    var legend = new Legend(left, WIDTH);
    allSeries().forEach(legend::add);
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      double top = legend.height() + 50 + i * (frameHeight() + GAP);
      var frame = new Frame(left, top, WIDTH - 20, top + frameHeight());
      plots.add(new Plot(frame, xScale, yScales.get(i)));
    }
    return draw(plots, legend);
  }

  private double frameHeight() {
    double share = ALL_FRAMES_HEIGHT / Math.max(1, panels.size());
    return Math.min(MAX_FRAME_HEIGHT, Math.max(MIN_FRAME_HEIGHT, share));
  }

  private Scale yScale(Panel panel) {
    return y.padded(
        panel.series().stream().flatMapToDouble(Series::extent),
        (int) Math.max(3, frameHeight() / 19));
  }

  private List<Series> allSeries() {
    return panels.stream().flatMap(panel -> panel.series().stream()).collect(Collectors.toList());
  }

  private String draw(List<Plot> plots, Legend legend) {
    double height = legend.height() + 66 + panels.size() * (frameHeight() + GAP);
    Markup svg = Chart.open(height, title, y.label() + " against " + x.label());
    legend.drawLines(svg);
    Plot.drawText(svg, "label", y.label(), 0, legend.height() + 16);
    for (int i = 0; i < plots.size(); i++) {
      draw(svg, plots.get(i), panels.get(i));
    }
    if (!plots.isEmpty()) {
      markers.forEach(marker -> plots.get(0).drawLabel(svg, marker));
      plots.get(plots.size() - 1).drawHorizontalAxis(svg, x.label());
    }
    return svg.close().finish();
  }

  private void draw(Markup svg, Plot plot, Panel panel) {
    Frame frame = plot.frame();
    Plot.drawText(svg, "panel", panel.name(), frame.left(), frame.top() - 7);
    Plot.drawText(svg, "tick end", panel.note(), frame.right(), frame.top() - 7);
    plot.drawVerticalGrid(svg);
    plot.drawVerticalAxis(svg);
    markers.forEach(marker -> plot.draw(svg, marker));
    plot.draw(svg, panel.series());
  }
}
