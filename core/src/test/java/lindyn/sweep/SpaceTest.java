package lindyn.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import lindyn.sweep.Dimension.Choice;
import lindyn.sweep.Dimension.Range;
import lindyn.sweep.Dimension.Range.Grain;
import org.junit.jupiter.api.Test;

class SpaceTest {

  private static final Choice LAYERS = new Choice("layers", List.of("1", "2"));
  private static final Choice BASE = new Choice("base", List.of("none", "rigid_body"));
  private static final Range RATE = range("learning-rate", "0.05", "0.8", Grain.THREE_DIGITS);
  private static final Range UNITS = range("hidden-units", "3", "40", Grain.WHOLE);

  private static Range range(String name, String low, String high, Grain grain) {
    return new Range(name, new BigDecimal(low), new BigDecimal(high), grain);
  }

  @Test
  void theGridHasEveryCombinationOnce() {
    List<List<Setting>> grid = new Space(List.of(LAYERS, BASE)).grid();

    assertEquals(
        List.of(
            "layers=1, base=none",
            "layers=1, base=rigid_body",
            "layers=2, base=none",
            "layers=2, base=rigid_body"),
        grid.stream().map(Setting::text).toList());
  }

  @Test
  void anIntervalHasNoGrid() {
    var space = new Space(List.of(LAYERS, RATE));

    assertThrows(IllegalArgumentException.class, space::grid);
  }

  @Test
  void theSameSeedDrawsTheSameAndALargerCountTheSameAndMore() {
    var space = new Space(List.of(UNITS, RATE));

    List<List<Setting>> few = space.random(5, 7);

    assertEquals(few, space.random(20, 7).subList(0, 5));
    assertTrue(!few.equals(space.random(5, 8)));
  }

  @Test
  void drawsLieInTheirIntervalsAndHaveTheirGrain() {
    List<List<Setting>> draws = new Space(List.of(UNITS, RATE)).random(300, 1);

    assertEquals(300, new HashSet<>(draws).size());
    for (List<Setting> draw : draws) {
      var units = new BigDecimal(draw.get(0).value());
      var rate = new BigDecimal(draw.get(1).value());
      assertTrue(units.scale() <= 0 && units.intValueExact() >= 3 && units.intValueExact() <= 40);
      assertTrue(rate.precision() <= 3 && rate.doubleValue() >= 0.05 && rate.doubleValue() <= 0.8);
    }
  }

  /** The geometric mean of the ends halves the draws; the arithmetic one would not. */
  @Test
  void equalRatiosAreEquallyLikely() {
    long below =
        new Space(List.of(RATE))
            .random(400, 3).stream()
                .filter(draw -> Double.parseDouble(draw.get(0).value()) < 0.2)
                .count();

    assertTrue(below > 160 && below < 240, below + " of 400"); // four standard deviations
  }

  @Test
  void aSmallSpaceIsExhausted() {
    assertEquals(4, new Space(List.of(LAYERS, BASE)).random(100, 1).size());
  }

  @Test
  void refusesWhatIsNoSpace() {
    assertThrows(IllegalArgumentException.class, () -> new Space(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Space(List.of(LAYERS, LAYERS)));
    assertThrows(IllegalArgumentException.class, () -> new Choice("a", List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Choice("a", List.of("1", "1")));
    assertThrows(IllegalArgumentException.class, () -> range("a", "2", "1", Grain.WHOLE));
    assertThrows(IllegalArgumentException.class, () -> range("a", "0", "1", Grain.WHOLE));
  }
}
