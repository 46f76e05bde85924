package lindyn.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
   * @param spreads standard deviations of the heights, drawn as error bars, one per group; NaN
   *     where there is none; empty if there are none at all
   */
  public record Bars(String name, Colour colour, List<Double> values, List<Double> spreads) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are spreads, but not one per bar, or one is
     *     negative
     */
    public Bars {
      values = List.copyOf(values);
      spreads = List.copyOf(spreads);
      if (!spreads.isEmpty() && spreads.size() != values.size()) {
        throw new IllegalArgumentException(
            name + " has " + spreads.size() + " spreads for " + values.size() + " bars");
      }
      if (spreads.stream().anyMatch(spread -> spread < 0)) {
        throw new IllegalArgumentException(name + " has a negative spread: " + spreads);
      }
    }

    /** Makes bars without error bars. */
    public Bars(String name, Colour colour, List<Double> values) {
      this(name, colour, values, List.of());
    }

    /** Returns the spread of a bar; NaN if it has none. */
    private double spread(int group) {
      return spreads.isEmpty() ? Double.NaN : spreads.get(group);
    }

    /** Returns where the bar and its error bar lie; both end at zero rather than cross it. */
    BarSpan span(int group) {
      return BarSpan.of(values.get(group), spread(group));
    }

    /** Returns all that the axis must make room for. */
    private DoubleStream extent() {
      return IntStream.range(0, values.size())
          .mapToObj(this::span)
          .flatMapToDouble(span -> DoubleStream.of(span.value(), span.low(), span.high()));
    }
  }

  @Override
  public String svg() {
    DoubleStream heights = bars.stream().flatMapToDouble(Bars::extent);
    Scale scale = y.roomy(DoubleStream.concat(DoubleStream.of(0), heights), 7);
    double left = Plot.labelWidth(scale);
    var legend = new Legend(left, WIDTH);
    bars.forEach(legend::add);
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
