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

  void draw(Markup svg) {
    double groupWidth = frame.width() / Math.max(1, groups.size());
    for (int i = 0; i < groups.size(); i++) {
      String x = Numbers.coordinate(frame.left() + (i + 0.5) * groupWidth);
      String y = Numbers.coordinate(frame.bottom() + (isSlanted() ? 14 : 18));
      String turn =
          isSlanted()
              ? "rotate(-" + Numbers.coordinate(SLANT_DEGREES) + " " + x + " " + y + ")"
              : "";
      svg.element(
          "text",
          shortened(groups.get(i)),
          "class",
          isSlanted() ? "tick end" : "tick middle",
          "x",
          x,
          "y",
          y,
          "transform",
          turn);
    }
  }
}
