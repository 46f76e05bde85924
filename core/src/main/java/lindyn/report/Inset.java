package lindyn.report;

import java.util.List;

/**
 * A small chart in a corner of a {@link LineChart} or beside it, such as an enlarged part of it.
 * Its lines have the names of the big chart's legend.
 *
 * @param title what it shows, above its lines
 * @param x its horizontal axis
 * @param y its vertical axis
 * @param series its lines, the last one on top
 * @param place where it lies; a corner is best where the big chart has no lines
 */
public record Inset(String title, Axis x, Axis y, List<Series> series, Place place) {

  /** Copies the list. */
  public Inset {
    series = List.copyOf(series);
  }

  /** A corner of the big chart, or the space beside it. */
  public enum Place {
    /** Where small x meet large y. */
    TOP_LEFT,
    /** Where large x meet large y. */
    TOP_RIGHT,
    /** Where small x meet small y. */
    BOTTOM_LEFT,
    /** Where large x meet small y. */
    BOTTOM_RIGHT,
    /** Right of the big chart, which becomes narrower, so that nothing is covered. */
    BESIDE;

    boolean isLeft() {
      return this == TOP_LEFT || this == BOTTOM_LEFT;
    }

    boolean isTop() {
      return this == TOP_LEFT || this == TOP_RIGHT;
    }
  }
}
