package lindyn.report;

/**
 * Draws an inset with all that belongs to it on ground of its own.
 *
 * @param inset what to draw
 * @param around the frame of the big chart
 */
record InsetPainter(Inset inset, Frame around) {

  /** Share of the width that a chart keeps beside its inset. */
  static final double SHARE_BESIDE = 0.62;

  private static final double WIDTH_SHARE = 0.38;
  private static final double HEIGHT_SHARE = 0.45;
  private static final double MARGIN = 12;
  private static final double PADDING = 10;
  private static final int MOST_TICKS = 5;

  void draw(Markup svg) {
    Frame box = box();
    drawGround(svg, box);
    Plot plot = plot(box);
    Frame frame = plot.frame();
    Plot.drawText(svg, "panel", inset.title(), box.left() + PADDING, box.top() + 18);
    Plot.drawText(svg, "label", inset.y().label(), box.left() + PADDING, frame.top() - 12);
    plot.drawVerticalGrid(svg);
    plot.drawVerticalAxis(svg);
    plot.drawHorizontalAxis(svg, inset.x().label());
    plot.draw(svg, inset.series());
  }

  private Frame box() {
    if (inset.place() == Inset.Place.BESIDE) {
      double left = around.right() + 2 * MARGIN;
      return new Frame(left, around.top(), Chart.WIDTH - MARGIN, around.bottom());
    }
    double width = WIDTH_SHARE * around.width();
    double height = HEIGHT_SHARE * around.height();
    double left = inset.place().isLeft() ? around.left() + MARGIN : around.right() - MARGIN - width;
    double top = inset.place().isTop() ? around.top() + MARGIN : around.bottom() - MARGIN - height;
    return new Frame(left, top, left + width, top + height);
  }

  private static void drawGround(Markup svg, Frame box) {
    svg.leaf(
        "rect",
        "class",
        "inset",
        "x",
        Numbers.coordinate(box.left()),
        "y",
        Numbers.coordinate(box.top()),
        "width",
        Numbers.coordinate(box.width()),
        "height",
        Numbers.coordinate(box.height()));
  }

  private Plot plot(Frame box) {
    Scale x = inset.x().tight(inset.series().stream().flatMapToDouble(Series::xs), MOST_TICKS);
    Scale y = inset.y().roomy(inset.series().stream().flatMapToDouble(Series::extent), MOST_TICKS);
    double left = box.left() + PADDING + Plot.labelWidth(y);
    double top = box.top() + (inset.title().isEmpty() ? 28 : 46);
    return new Plot(new Frame(left, top, box.right() - 24, box.bottom() - 44), x, y);
  }
}
