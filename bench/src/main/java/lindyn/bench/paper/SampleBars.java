package lindyn.bench.paper;

import java.util.List;
import lindyn.report.BarChart;
import lindyn.report.Colour;

/** Bars of means over repeats, with standard deviations. */
final class SampleBars {

  private SampleBars() {}

  static BarChart.Bars of(String name, Colour colour, List<Sample> samples) {
    return new BarChart.Bars(
        name,
        colour,
        samples.stream().map(Sample::mean).toList(),
        samples.stream().map(Sample::deviation).toList());
  }
}
