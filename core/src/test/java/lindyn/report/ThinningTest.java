package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThinningTest {

  private static final int POINTS = 100_000;
  private static final int COLUMNS = 900;

  @Test
  void keepsTheExtremesOfEachColumn() {
    List<Point> points = noise();

    List<Point> thinned = Thinning.thin(points);

    assertTrue(thinned.size() <= 2 * COLUMNS + 2, thinned.size() + " points");
    assertEquals(extremes(points), extremes(thinned));
  }

  @Test
  void keepsTheEnds() {
    List<Point> points = noise();

    List<Point> thinned = Thinning.thin(points);

    assertEquals(points.get(0), thinned.get(0));
    assertEquals(points.get(POINTS - 1), thinned.get(thinned.size() - 1));
  }

  @Test
  void leavesFewPointsAlone() {
    List<Point> points = List.of(new Point(0, 1), new Point(3, 1), new Point(7.5, 1));

    assertEquals(points, Thinning.thin(points));
  }

  @Test
  void cutsAtGaps() {
    Point gap = new Point(1, Double.NaN);
    Point a = new Point(0, 1);
    Point b = new Point(2, 1);
    Point c = new Point(3, 2);

    assertEquals(List.of(List.of(a), List.of(b, c)), Thinning.pieces(List.of(a, gap, gap, b, c)));
    assertEquals(List.of(List.of(b)), Thinning.pieces(List.of(gap, b, gap)));
    assertEquals(List.of(), Thinning.pieces(List.of(gap)));
    assertEquals(List.of(), Thinning.pieces(List.of()));
  }

  @Test
  void pathsHaveRelativeStepsThatDoNotDrift() {
    var points = new ArrayList<Point>();
    for (int i = 0; i <= 30; i++) {
      points.add(new Point(i / 3.0, -0.05 * i));
    }

    String[] steps = PathData.line(points).replace("-", " -").split("[Ml ]+", -1);

    double x = 0;
    for (int i = 1; i < steps.length; i += 2) {
      x += Double.parseDouble(steps[i]);
    }
    assertEquals(10, x, 1e-9); // sums of tenths
    assertEquals(
        "M0 0l.3-1.5 2 12",
        PathData.line(List.of(new Point(0, 0), new Point(0.3, -1.5), new Point(2.3, 10.5))));
  }

  private static List<Point> noise() {
    var random = new SplittableRandom(4);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(new Point(COLUMNS * (double) i / POINTS, random.nextDouble()));
    }
    return points;
  }

  /** Returns the lowest and highest point of each column. */
  private static Map<Double, List<Double>> extremes(List<Point> points) {
    return points.stream()
        .collect(
            Collectors.groupingBy(
                p -> Math.floor(p.x()),
                Collectors.collectingAndThen(
                    Collectors.summarizingDouble(Point::y),
                    summary -> List.of(summary.getMin(), summary.getMax()))));
  }
}
