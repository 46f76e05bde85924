package lindyn.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Groups of bars that start at zero.
 *
 * @param title what the chart shows, for those who cannot see it
 * @param y vertical axis; linear
 * @param groups names of the groups
 * @param bars the bars of each kind, one per group
 */
public record BarChart(String title, Axis y, List<String> groups, List<Bars> bars)
    implements Chart {

  private static final double FRAME_HEIGHT = 240;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a kind of bar has not one bar per group, or the axis is not
   *     linear
   */
  public BarChart {
    groups = List.copyOf(groups);
    bars = List.copyOf(bars);
    if (y.kind() == Axis.Kind.LOGARITHMIC) {
      throw new IllegalArgumentException("bars start at zero, which a logarithmic axis lacks");
    }
    for (Bars kind : bars) {
      if (kind.values().size() != groups.size()) {
        throw new IllegalArgumentException(
            kind.name()
                + " has "
                + kind.values().size()
                + " bars for "
                + groups.size()
                + " groups");
      }
    }
  }

  /**
   * The bars of one kind.
   *
   * @param name what the legend says
   * @param colour colour of the bars
   * @param values their heights, one per group; NaN where there is none
   */
  public record Bars(String name, Colour colour, List<Double> values) {

    /** Copies the list. */
    public Bars {
      values = List.copyOf(values);
    }
  }

  @Override
  public String svg() {
    DoubleStream heights =
        bars.stream().flatMapToDouble(b -> b.values().stream().mapToDouble(Double::doubleValue));
    Scale scale = y.roomy(DoubleStream.concat(DoubleStream.of(0), heights), 7);
    double left = Plot.labelWidth(scale);
    var legend = new Legend(left, WIDTH);
    bars.forEach(kind -> legend.add(kind.name(), kind.colour()));
    double top = legend.height() + 32;
    double overhang = new GroupLabels(groups, frame(left, top)).overhang();
    Frame frame = frame(left + overhang, top);
    var groupLabels = new GroupLabels(groups, frame);
    Markup svg = Chart.open(frame.bottom() + groupLabels.height(), title, y.label());
    legend.drawBars(svg);
    Plot.drawText(svg, "label", y.label(), 0, frame.top() - 16);
    var plot =
        new Plot(
            frame, new Scale.Linear(new Range(0, Math.max(1, groups.size())), List.of()), scale);
    plot.drawVerticalAxis(svg);
    new BarPainter(plot, groups, bars).draw(svg);
    groupLabels.draw(svg);
    return svg.close().finish();
  }

  private static Frame frame(double left, double top) {
    return new Frame(left, top, WIDTH - 20, top + FRAME_HEIGHT);
  }
}
