package lindyn.gp.search;

import java.util.Arrays;
import java.util.List;

/**
 * One of several ascents.
 *
 * @param start where it began
 * @param ascent what it came to
 */
public record Restart(List<Double> start, Ascent ascent) {

  /** Copies the start. */
  public Restart {
    start = List.copyOf(start);
  }

  static Restart of(double[] start, Ascent ascent) {
    return new Restart(Arrays.stream(start).boxed().toList(), ascent);
  }
}
