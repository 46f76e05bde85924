package lindyn.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws the band of a line.
 *
 * @param plot the chart
 * @param series the line
 */
record BandPainter(Plot plot, Series series) {

  /** Half the width of what is drawn where a place has no neighbours, in pixels. */
  private static final double LONELY = 4;

  void draw(Markup svg) {
    int size = series.band().size();
    int from = 0;
    for (int i = 0; i <= size; i++) {
      if (i == size || !isDrawable(i)) {
        if (i > from) {
          drawPiece(svg, from, i);
        }
        from = i + 1;
      }
    }
  }

  private boolean isDrawable(int i) {
    return !series.band().isGap(i) && upper(i).isDrawable();
  }

  private Point upper(int i) {
    return new Point(column(i), plot.frame().y(plot.y(), series.band().high(i)));
  }

  private Point lower(int i) {
    double row = plot.frame().y(plot.y(), series.band().low(i));
    // A logarithmic axis has no place for zero and less.
    return new Point(column(i), Double.isNaN(row) ? plot.frame().bottom() : row);
  }

  private double column(int i) {
    return plot.frame().x(plot.x(), series.x(i));
  }

  private void drawPiece(Markup svg, int from, int to) {
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    for (int i = from; i < to; i++) {
      upper.add(upper(i));
      lower.add(lower(i));
    }
    List<Point> outline = new ArrayList<>(edge(upper));
    List<Point> back = new ArrayList<>(edge(lower));
    Collections.reverse(back);
    outline.addAll(back);
    svg.leaf(
        "path", "class", "band " + series.colour().cssClass(), "d", PathData.line(outline) + "z");
  }

  private static List<Point> edge(List<Point> points) {
    if (points.size() > 1) {
      return Thinning.thin(points);
    }
    Point only = points.get(0);
    return List.of(new Point(only.x() - LONELY, only.y()), new Point(only.x() + LONELY, only.y()));
  }
}
