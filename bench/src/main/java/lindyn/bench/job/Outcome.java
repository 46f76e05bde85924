package lindyn.bench.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.run.Json;

/**
 * What a job found.
 *
 * @param numbers by their names; a number that is not finite says that something diverged
 * @param series by their names, for plots
 */
public record Outcome(Map<String, Double> numbers, Map<String, List<Double>> series) {

  /** Copies the maps. */
  public Outcome {
    numbers = Map.copyOf(new LinkedHashMap<>(numbers));
    series = Map.copyOf(series);
  }

  /** Takes numbers without series. */
  public Outcome(Map<String, Double> numbers) {
    this(numbers, Map.of());
  }

  /**
   * Returns a number.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double number(String name) {
    Double number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no number " + name + " among " + numbers.keySet());
    }
    return number;
  }

  String json() {
    return Json.text(this) + "\n";
  }
}
