package lindyn.bench.paper;

import java.util.List;
import lindyn.report.Colour;
import lindyn.report.Series;

/**
 * Means over repeats against the number of samples.
 *
 * @param sizes numbers of samples
 * @param samples what was measured at each of them
 */
record Line(List<Integer> sizes, List<Sample> samples) {

  /** Copies the lists. */
  Line {
    sizes = List.copyOf(sizes);
    samples = List.copyOf(samples);
  }

  /** Returns the line of the means, with a band of one standard deviation to both sides. */
  Series series(String name, Colour colour) {
    return Series.of(
            name,
            colour,
            sizes.stream().mapToDouble(n -> n).toArray(),
            samples.stream().mapToDouble(Sample::mean).toArray())
        .withBand(
            samples.stream().mapToDouble(s -> s.mean() - s.deviation()).toArray(),
            samples.stream().mapToDouble(s -> s.mean() + s.deviation()).toArray());
  }
}
