package lindyn.gp.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lindyn.Checks;

/**
 * What became of every ascent of a search.
 *
 * @param names of the coordinates
 * @param restarts in their order, at least one
 */
public record SearchReport(List<String> names, List<Restart> restarts) {

  /** Ends whose values differ by less, in nats, are the same: the data hardly tell them apart. */
  private static final double SAME = 1;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there was no ascent
   */
  public SearchReport {
    names = List.copyOf(names);
    restarts = List.copyOf(restarts);
    Checks.positive(restarts.size(), "number of restarts");
  }

  /** Returns the ascent that ended at the greatest value, the first one of equals. */
  public Ascent best() {
    return restarts.stream()
        .map(Restart::ascent)
        .reduce((a, b) -> b.end().value() > a.end().value() ? b : a)
        .orElseThrow();
  }

  /** Returns the evaluations of all ascents. */
  public int evaluations() {
    return restarts.stream().mapToInt(restart -> restart.ascent().effort().evaluations()).sum();
  }

  /** Returns by how much the worst end lies below the best, where the function exists. */
  public double spread() {
    double best = best().end().value();
    return best - ends().min().orElse(best);
  }

  private DoubleStream ends() {
    return restarts.stream()
        .map(restart -> restart.ascent().end())
        .filter(Place::exists)
        .mapToDouble(Place::value);
  }

  /** Returns one sentence for each thing that somebody who relies on the result should know. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!best().stop().converged()) {
      warnings.add(
          "the search did not converge after %d evaluations: %s"
              .formatted(best().effort().evaluations(), best().stop().words()));
    }
    warnings.addAll(atBound(Side.LOWER, "lower"));
    warnings.addAll(atBound(Side.UPPER, "upper"));
    warnings.addAll(disagreements());
    return List.copyOf(warnings);
  }

  private List<String> atBound(Side side, String name) {
    List<String> there =
        IntStream.range(0, names.size())
            .filter(i -> best().sides().get(i) == side)
            .mapToObj(names::get)
            .toList();
    return there.isEmpty()
        ? List.of()
        : List.of("at the " + name + " bound: " + String.join(", ", there));
  }

  /** Returns the part of the warnings that tells how the restarts differ. */
  public List<String> disagreements() {
    List<String> disagreements = new ArrayList<>();
    long undefined = restarts.size() - ends().count();
    if (undefined > 0 && best().end().exists()) {
      disagreements.add(
          "the function does not exist at %d of %d starts".formatted(undefined, restarts.size()));
    }
    if (spread() > SAME) {
      disagreements.add(endsDiffer());
    }
    return disagreements;
  }

  private String endsDiffer() {
    double best = best().end().value();
    long same = ends().filter(end -> end >= best - SAME).count();
    return String.format(
        Locale.ROOT,
        "%d of %d restarts reached the best value %.6g; the worst ended %.3g below",
        same,
        restarts.size(),
        best,
        spread());
  }
}
