package lindyn.report;

import java.util.List;

/**
 * The {@code d} attribute of an SVG path, to a tenth of a pixel; relative steps take half the space
 * of absolute coordinates.
 */
final class PathData {

  private final StringBuilder out = new StringBuilder();

  private PathData() {}

  /** Returns a line through the points. */
  static String line(List<Point> points) {
    var path = new PathData();
    long x = 0;
    long y = 0;
    for (int i = 0; i < points.size(); i++) {
      // Rounding the places and not the steps keeps errors from adding up.
      long nextX = Math.round(points.get(i).x() * 10);
      long nextY = Math.round(points.get(i).y() * 10);
      path.out.append(i == 0 ? "M" : i == 1 ? "l" : nextX < x ? "" : " ");
      path.number(nextX - x);
      path.out.append(nextY < y ? "" : " ");
      path.number(nextY - y);
      x = nextX;
      y = nextY;
    }
    return path.out.toString();
  }

  private void number(long tenths) {
    long magnitude = Math.abs(tenths);
    out.append(tenths < 0 ? "-" : "");
    out.append(magnitude >= 10 || magnitude == 0 ? magnitude / 10 : "");
    out.append(magnitude % 10 == 0 ? "" : "." + magnitude % 10);
  }
}
