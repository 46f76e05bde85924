package lindyn.report;

import java.util.List;

/**
 * Names below groups of bars; slanted where they are too long to stand side by side.
 *
 * @param groups the names
 * @param frame the frame above them
 */
record GroupLabels(List<String> groups, Frame frame) {

  private static final int LONGEST = 40;
  private static final double SLANT_DEGREES = 35;

  /** Returns the height below the frame, in pixels. */
  double height() {
    double rise = Math.sin(Math.toRadians(SLANT_DEGREES));
    return isSlanted() ? 24 + rise * widest() : 30;
  }

  private boolean isSlanted() {
    return !groups.isEmpty() && widest() + 6 > frame.width() / groups.size();
  }

  private double widest() {
    return groups.stream().map(GroupLabels::shortened).mapToDouble(TextWidth::of).max().orElse(0);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  /** Returns how far the first label reaches over the chart's left edge, in pixels. */
  double overhang() {
    double reach = Math.cos(Math.toRadians(SLANT_DEGREES)) * widest();
    return isSlanted() ? Math.max(0, reach - middle(0)) : 0;
  }

  private double middle(int group) {
    return frame.left() + (group + 0.5) * frame.width() / groups.size();
  }

  void draw(Markup svg) {
    for (int i = 0; i < groups.size(); i++) {
      String name = shortened(groups.get(i));
      if (isSlanted()) {
        drawSlanted(svg, name, middle(i), frame.bottom() + 14);
      } else {
        Plot.drawText(svg, "tick middle", name, middle(i), frame.bottom() + 18);
      }
    }
  }

  private static void drawSlanted(Markup svg, String name, double x, double y) {
    String place = Numbers.coordinate(x) + " " + Numbers.coordinate(y);
    String turn = "translate(" + place + ") rotate(" + Numbers.coordinate(-SLANT_DEGREES) + ")";
    svg.element("text", name, "class", "tick end", "transform", turn);
  }
}
