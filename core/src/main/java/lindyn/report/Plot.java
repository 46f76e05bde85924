package lindyn.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws axes and data into a frame.
 *
 * @param frame where
 * @param x maps numbers to pixel columns
 * @param y maps numbers to pixel rows
 */
record Plot(Frame frame, Scale x, Scale y) {

  /** Lines with no more points than this show each of them. */
  private static final int FEW_POINTS = 20;

  /** Returns the width of the widest label of a vertical axis with the gap to the frame. */
  static double labelWidth(Scale y) {
    return 10 + y.ticks().stream().mapToDouble(t -> TextWidth.of(t.label())).max().orElse(0);
  }

  /** Draws horizontal grid lines with their labels on the left. */
  void drawVerticalAxis(Markup svg) {
    for (double value : y.minorTicks()) {
      double row = frame.y(y, value);
      drawLine(svg, "grid minor", frame.left(), row, frame.right(), row);
    }
    for (Tick tick : y.ticks()) {
      double row = frame.y(y, tick.value());
      drawLine(svg, "grid", frame.left(), row, frame.right(), row);
      drawText(svg, "tick end", tick.label(), frame.left() - 8, row + 4);
    }
  }

  /** Draws vertical grid lines. */
  void drawVerticalGrid(Markup svg) {
    for (double value : x.minorTicks()) {
      double column = frame.x(x, value);
      drawLine(svg, "grid minor", column, frame.top(), column, frame.bottom());
    }
    for (Tick tick : x.ticks()) {
      double column = frame.x(x, tick.value());
      drawLine(svg, "grid", column, frame.top(), column, frame.bottom());
    }
  }

  /** Draws the lower edge with tick labels and the axis's label below it. */
  void drawHorizontalAxis(Markup svg, String label) {
    drawLine(svg, "axis", frame.left(), frame.bottom(), frame.right(), frame.bottom());
    for (Tick tick : x.ticks()) {
      drawText(svg, "tick middle", tick.label(), frame.x(x, tick.value()), frame.bottom() + 18);
    }
    drawText(svg, "label middle", label, (frame.left() + frame.right()) / 2, frame.bottom() + 38);
  }

  /** Draws lines over the bands of all of them. */
  void draw(Markup svg, List<Series> series) {
    series.forEach(line -> new BandPainter(this, line).draw(svg));
    series.forEach(line -> draw(svg, line));
  }

  /** Draws a line; points without neighbours become dots. */
  private void draw(Markup svg, Series series) {
    List<Point> points =
        IntStream.range(0, series.size())
            .mapToObj(i -> new Point(frame.x(x, series.x(i)), frame.y(y, series.y(i))))
            .collect(Collectors.toList());
    for (List<Point> piece : Thinning.pieces(points)) {
      if (piece.size() > 1) {
        svg.leaf("path", "class", "line " + series.cssClass(), "d", PathData.line(piece));
      }
      if (piece.size() == 1 || series.size() <= FEW_POINTS) {
        piece.forEach(point -> drawDot(svg, series.colour(), point));
      }
    }
  }

  /** Draws a marker over the full height. */
  void draw(Markup svg, Marker marker) {
    if (isInside(marker)) {
      double column = frame.x(x, marker.x());
      drawLine(svg, "marker", column, frame.top(), column, frame.bottom());
    }
  }

  private boolean isInside(Marker marker) {
    double column = frame.x(x, marker.x());
    return column >= frame.left() && column <= frame.right(); // NaN is not inside
  }

  /** Draws the label of a marker on the side that has more room. */
  void drawLabel(Markup svg, Marker marker) {
    if (!isInside(marker) || marker.label().isEmpty()) {
      return;
    }
    double column = frame.x(x, marker.x());
    boolean roomOnRight = column + 6 + TextWidth.of(marker.label()) < frame.right();
    drawText(
        svg,
        roomOnRight ? "note" : "note end",
        marker.label(),
        column + (roomOnRight ? 6 : -6),
        frame.top() + 14);
  }

  private static void drawDot(Markup svg, Colour colour, Point point) {
    svg.leaf(
        "circle",
        "class",
        "dot " + colour.cssClass(),
        "cx",
        Numbers.coordinate(point.x()),
        "cy",
        Numbers.coordinate(point.y()),
        "r",
        "3");
  }

  static void drawLine(Markup svg, String cssClass, double x1, double y1, double x2, double y2) {
    svg.leaf(
        "line",
        "class",
        cssClass,
        "x1",
        Numbers.coordinate(x1),
        "y1",
        Numbers.coordinate(y1),
        "x2",
        Numbers.coordinate(x2),
        "y2",
        Numbers.coordinate(y2));
  }

  static void drawText(Markup svg, String cssClass, String text, double x, double y) {
    svg.element(
        "text", text, "class", cssClass, "x", Numbers.coordinate(x), "y", Numbers.coordinate(y));
  }
}
