package lindyn.report;

import java.util.ArrayList;
import java.util.List;
import lindyn.Checks;

/**
 * Small histograms side by side, each over its own range. The heights are square roots of the
 * counts, so that rare numbers can be seen beside frequent ones.
 *
 * @param title what the chart shows, for those who cannot see it
 * @param cells the histograms, from left to right; rows wrap
 */
public record HistogramChart(String title, List<Cell> cells) implements Chart {

  private static final int MOST_PER_ROW = 8;
  private static final double GAP = 18;
  private static final double FRAME_HEIGHT = 70;
  private static final double ROW_HEIGHT = FRAME_HEIGHT + 52;

  /** Copies the list. */
  public HistogramChart {
    cells = List.copyOf(cells);
  }

  /**
   * One histogram.
   *
   * @param name what was counted
   * @param colour colour of the bars
   * @param low lower end of the first bar
   * @param high upper end of the last bar
   * @param counts heights of the bars, of equal width
   */
  public record Cell(String name, Colour colour, double low, double high, List<Integer> counts) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no bar
     */
    public Cell {
      counts = List.copyOf(counts);
      Checks.positive(counts.size(), "bars of " + name);
    }
  }

  @Override
  public String svg() {
    int rows = (cells.size() + perRow() - 1) / perRow();
    Markup svg = Chart.open(rows * ROW_HEIGHT, title, "square roots of counts");
    for (int i = 0; i < cells.size(); i++) {
      draw(svg, cells.get(i), frame(i));
    }
    return svg.close().finish();
  }

  private int perRow() {
    return Math.max(1, Math.min(MOST_PER_ROW, cells.size()));
  }

  private Frame frame(int cell) {
    double pitch = (WIDTH + GAP) / perRow();
    double left = cell % perRow() * pitch;
    int row = cell / perRow();
    double top = row * ROW_HEIGHT + 22;
    return new Frame(left, top, left + pitch - GAP, top + FRAME_HEIGHT);
  }

  private static void draw(Markup svg, Cell cell, Frame frame) {
    Plot.drawText(svg, "panel", cell.name(), frame.left(), frame.top() - 7);
    svg.leaf(
        "path",
        "class",
        "bar " + cell.colour().cssClass(),
        "d",
        PathData.line(outline(cell, frame)));
    Plot.drawLine(svg, "axis", frame.left(), frame.bottom(), frame.right(), frame.bottom());
    double labels = frame.bottom() + 16;
    Plot.drawText(svg, "tick", Numbers.significant(cell.low()), frame.left(), labels);
    if (cell.high() > cell.low()) {
      Plot.drawText(svg, "tick end", Numbers.significant(cell.high()), frame.right(), labels);
    }
  }

  /** Returns the upper edges of all bars in one line, from the axis and back to it. */
  private static List<Point> outline(Cell cell, Frame frame) {
    double highest =
        Math.sqrt(Math.max(1, cell.counts().stream().mapToInt(c -> c).max().orElse(1)));
    double width = frame.width() / cell.counts().size();
    List<Point> points = new ArrayList<>();
    points.add(new Point(frame.left(), frame.bottom()));
    for (int bar = 0; bar < cell.counts().size(); bar++) {
      double left = frame.left() + bar * width;
      double top = frame.bottom() - frame.height() * Math.sqrt(cell.counts().get(bar)) / highest;
      points.add(new Point(left, top));
      points.add(new Point(left + width, top));
    }
    points.add(new Point(frame.right(), frame.bottom()));
    return points;
  }
}
