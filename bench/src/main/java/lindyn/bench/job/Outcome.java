package lindyn.bench.job;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a job found.
 *
 * @param numbers by their names; a number that is not finite says that something diverged
 * @param series by their names, for plots
 */
public record Outcome(Map<String, Double> numbers, Map<String, List<Double>> series) {

  /** What a number that is not finite becomes, as files know no other. */
  static final double DIVERGED = Double.POSITIVE_INFINITY;

  /** Copies the maps, sorted by name. */
  public Outcome {
    var finite = new TreeMap<String, Double>(numbers);
    finite.replaceAll((name, number) -> Double.isFinite(number) ? number : DIVERGED);
    numbers = Collections.unmodifiableMap(finite);
    series = Collections.unmodifiableMap(new TreeMap<>(series));
  }

  /** Takes numbers without series. */
  public Outcome(Map<String, Double> numbers) {
    this(numbers, Map.of());
  }

  /** Returns a number, if there is one of this name. */
  public Optional<Double> find(String name) {
    return Optional.ofNullable(numbers.get(name));
  }
}
