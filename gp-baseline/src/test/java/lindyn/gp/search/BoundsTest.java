package lindyn.gp.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundsTest {

  private static final Bounds BOUNDS =
      new Bounds(new double[] {-1, 0, 2}, new double[] {1, Double.POSITIVE_INFINITY, 2});

  @Test
  void nearestPlaceIsClipped() {
    assertArrayEquals(new double[] {-1, 7, 2}, BOUNDS.nearest(new double[] {-5, 7, 9}));
  }

  @Test
  void edgesBelongToTheBounds() {
    assertTrue(BOUNDS.contains(new double[] {1, 0, 2}));
    assertFalse(BOUNDS.contains(new double[] {1.1, 0, 2}));
    assertFalse(BOUNDS.contains(new double[] {Double.NaN, 0, 2}));
  }

  @Test
  void tellsOnWhichSideAPlaceIsHeld() {
    assertArrayEquals(
        new Side[] {Side.UPPER, Side.INSIDE, Side.LOWER}, BOUNDS.sides(new double[] {1, 3, 2}));
  }

  @Test
  void stepsEndAtTheBoundsAndAreLimited() {
    Bounds steps = BOUNDS.steps(new double[] {0.5, 1, 2}, 2);

    assertArrayEquals(new double[] {-1.5, -1, 0}, steps.nearest(new double[] {-9, -9, -9}));
    assertArrayEquals(new double[] {0.5, 2, 0}, steps.nearest(new double[] {9, 9, 9}));
  }

  @Test
  void drawsPlacesFromTheWholeRange() {
    var bounds = new Bounds(new double[] {-3}, new double[] {5});
    var random = new SplittableRandom(1);

    double[] draws = IntStream.range(0, 1000).mapToDouble(i -> bounds.draw(random)[0]).toArray();

    var summary = Arrays.stream(draws).summaryStatistics();
    assertTrue(summary.getMin() >= -3 && summary.getMin() < -2.9);
    assertTrue(summary.getMax() <= 5 && summary.getMax() > 4.9);
    assertEquals(1, summary.getAverage(), 0.3); // four standard deviations of a mean of 1000
  }

  @Test
  void drawsFromFiniteRangesAlone() {
    assertThrows(
        IllegalArgumentException.class, () -> Bounds.none(1).draw(new SplittableRandom(1)));
  }

  @Test
  void refusesBoundsThatDoNotFit() {
    assertRefused("number of coordinates must be at least 1, got 0", new double[0], new double[0]);
    assertRefused("1 lower bounds but 2 upper bounds", new double[1], new double[2]);
    assertRefused("coordinate 0 has bounds 2.0 and 1.0", new double[] {2}, new double[] {1});
    assertRefused(
        "coordinate 0 has bounds NaN and 1.0", new double[] {Double.NaN}, new double[] {1});
  }

  private static void assertRefused(String message, double[] lower, double[] upper) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new Bounds(lower, upper));
    assertEquals(message, thrown.getMessage());
  }

  @Test
  void refusesAPlaceOfAnotherDimension() {
    assertThrows(IllegalArgumentException.class, () -> BOUNDS.nearest(new double[2]));
    assertThrows(IllegalArgumentException.class, () -> BOUNDS.contains(new double[4]));
  }

  @Test
  void laterChangesOfTheArraysDoNotMatter() {
    double[] lower = {0};
    var bounds = new Bounds(lower, new double[] {1});

    lower[0] = 0.5;

    assertEquals(0, bounds.lower(0));
    assertEquals(1, bounds.upper(0));
  }
}
