package lindyn.report;

import java.util.ArrayList;
import java.util.List;

/** The names of lines or bars beside samples of their colours; wraps where a row is full. */
final class Legend {

  private static final double ROW_HEIGHT = 20;
  private static final double SAMPLE_WIDTH = 22;
  private static final double GAP = 20;

  private final List<Entry> entries = new ArrayList<>();
  private final double left;
  private final double right;
  private double nextX;
  private int row;

  private record Entry(String name, String cssClass, double x, int row) {}

  /** Starts an empty legend between two pixel columns. */
  Legend(double left, double right) {
    this.left = left;
    this.right = right;
    this.nextX = left;
  }

  /** Adds a line. */
  void add(Series line) {
    add(line.name(), line.cssClass());
  }

  /** Adds a kind of bars. */
  void add(BarChart.Bars bars) {
    add(bars.name(), bars.colour().cssClass());
  }

  /** Adds a name unless the legend has it with these looks already. */
  private void add(String name, String cssClass) {
    if (entries.stream().anyMatch(e -> e.name.equals(name) && e.cssClass.equals(cssClass))) {
      return;
    }
    double width = SAMPLE_WIDTH + TextWidth.of(name) + GAP;
    if (nextX > left && nextX + width > right) {
      nextX = left;
      row++;
    }
    entries.add(new Entry(name, cssClass, nextX, row));
    nextX += width;
  }

  /** Returns the height of all rows, in pixels. */
  double height() {
    return entries.isEmpty() ? 0 : (row + 1) * ROW_HEIGHT;
  }

  /** Draws the legend with samples of lines, from the chart's upper edge on. */
  void drawLines(Markup svg) {
    for (Entry entry : entries) {
      String y = Numbers.coordinate(middle(entry));
      svg.leaf(
          "line",
          "class",
          "line " + entry.cssClass,
          "x1",
          Numbers.coordinate(entry.x),
          "x2",
          Numbers.coordinate(entry.x + 16),
          "y1",
          y,
          "y2",
          y);
      drawName(svg, entry);
    }
  }

  /** Draws the legend with samples of bars, from the chart's upper edge on. */
  void drawBars(Markup svg) {
    for (Entry entry : entries) {
      svg.leaf(
          "rect",
          "class",
          "bar " + entry.cssClass,
          "x",
          Numbers.coordinate(entry.x + 2),
          "y",
          Numbers.coordinate(middle(entry) - 6),
          "width",
          "12",
          "height",
          "12");
      drawName(svg, entry);
    }
  }

  private static double middle(Entry entry) {
    return entry.row * ROW_HEIGHT + 10;
  }

  private static void drawName(Markup svg, Entry entry) {
    svg.element(
        "text",
        entry.name,
        "x",
        Numbers.coordinate(entry.x + SAMPLE_WIDTH),
        "y",
        Numbers.coordinate(middle(entry) + 4));
  }
}
