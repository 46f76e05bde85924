package lindyn.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The settings among which the best are looked for.
 *
 * @param dimensions what varies
 */
public record Space(List<Dimension> dimensions) {

  /** Draws that may repeat earlier ones before a small space counts as exhausted. */
  private static final int REPETITIONS = 1000;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if nothing varies, or a setting occurs twice
   */
  public Space {
    dimensions = List.copyOf(dimensions);
    Set<String> names = dimensions.stream().map(Dimension::name).collect(Collectors.toSet());
    if (dimensions.isEmpty() || names.size() < dimensions.size()) {
      throw new IllegalArgumentException(
          "a space needs at least one setting, and each once, got "
              + dimensions.stream().map(Dimension::name).toList());
    }
  }

  /**
   * Returns all combinations; the last setting changes fastest.
   *
   * @throws IllegalArgumentException if a dimension is an interval
   */
  public List<List<Setting>> grid() {
    List<List<Setting>> grid = List.of(List.of());
    for (Dimension dimension : dimensions) {
      List<List<Setting>> longer = new ArrayList<>();
      for (List<Setting> begun : grid) {
        for (String value : choices(dimension)) {
          longer.add(with(begun, new Setting(dimension.name(), value)));
        }
      }
      grid = longer;
    }
    return grid;
  }

  private static List<String> choices(Dimension dimension) {
    if (dimension instanceof Dimension.Choice choice) {
      return choice.choices();
    }
    throw new IllegalArgumentException(dimension.name() + " is an interval, which has no grid");
  }

  private static List<Setting> with(List<Setting> begun, Setting next) {
    List<Setting> settings = new ArrayList<>(begun);
    settings.add(next);
    return List.copyOf(settings);
  }

  /**
   * Draws combinations at random, each once.
   *
   * @param count how many; fewer if the space has no more
   * @param seed the same seed gives the same ones, and a greater count the same ones and more
   */
  public List<List<Setting>> random(int count, long seed) {
    var random = new SplittableRandom(seed);
    Set<List<Setting>> drawn = new LinkedHashSet<>();
    int repetitions = 0;
    while (drawn.size() < count && repetitions < REPETITIONS) {
      if (!drawn.add(draw(random))) {
        repetitions++;
      }
    }
    return List.copyOf(drawn);
  }

  private List<Setting> draw(SplittableRandom random) {
    return dimensions.stream()
        .map(dimension -> new Setting(dimension.name(), dimension.draw(random)))
        .toList();
  }
}
