package lindyn.gp.search;

import java.util.List;

/**
 * What an ascent came to.
 *
 * @param end the best place
 * @param sides where each coordinate of the end lies between its bounds
 * @param effort what it cost
 * @param stop why it ended
 * @param curvature what was learned about second derivatives
 */
public record Ascent(
    Place end, List<Side> sides, Effort effort, StopReason stop, Curvature curvature) {

  /** Copies the sides. */
  public Ascent {
    sides = List.copyOf(sides);
  }

  /**
   * What an ascent cost.
   *
   * @param evaluations of the function and its gradient
   * @param iterations accepted steps
   */
  public record Effort(int evaluations, int iterations) {}
}
