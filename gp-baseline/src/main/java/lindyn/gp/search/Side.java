package lindyn.gp.search;

/** Where a coordinate lies between its bounds. */
public enum Side {
  /** Away from both bounds. */
  INSIDE,
  /** At the lower bound. */
  LOWER,
  /** At the upper bound. */
  UPPER
}
