package lindyn.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out the points of a line that nobody can see: of each pixel column the lowest and the
 * highest point remain, so that no peak is lost.
 */
final class Thinning {

  private Thinning() {}

  /**
   * Cuts a line at its gaps and thins the pieces.
   *
   * @param points the line, from left to right
   * @return the pieces, none of them empty
   */
  static List<List<Point>> pieces(List<Point> points) {
    List<List<Point>> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= points.size(); i++) {
      if (i == points.size() || !points.get(i).isDrawable()) {
        if (i > from) {
          pieces.add(thin(points.subList(from, i)));
        }
        from = i + 1;
      }
    }
    return pieces;
  }

  /** Thins a line without gaps; its first and last point remain too. */
  static List<Point> thin(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || column(points.get(i)) != column(points.get(from))) {
        keepExtremes(points, from, i, kept);
        from = i;
      }
    }
    return kept;
  }

  private static long column(Point point) {
    return (long) Math.floor(point.x());
  }

  private static void keepExtremes(List<Point> points, int from, int to, List<Point> kept) {
    int low = from;
    int high = from;
    for (int i = from; i < to; i++) {
      low = points.get(i).y() < points.get(low).y() ? i : low;
      high = points.get(i).y() > points.get(high).y() ? i : high;
    }
    for (int i = from; i < to; i++) {
      if (i == low || i == high || i == 0 || i == points.size() - 1) {
        kept.add(points.get(i));
      }
    }
  }
}
