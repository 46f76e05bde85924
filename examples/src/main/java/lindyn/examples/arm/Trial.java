package lindyn.examples.arm;

import java.util.List;
import lindyn.Checks;

/**
 * Everything that distinguishes one trial from another, apart from the sensors' noise.
 *
 * @param fill mass of the liquid in the flask, in kg; a litre is a kilogram
 * @param start joint positions at the start, in rad
 * @param displacement how far each joint moves out and back, in rad
 * @param via how far each joint swerves on the way out, and to the other side on the way back, in
 *     rad
 * @param timing when the arm moves
 * @param flaskDistance where the flask stands on the tool point's horizontal way, 0 at its start, 1
 *     at its end
 */
public record Trial(
    double fill,
    List<Double> start,
    List<Double> displacement,
    List<Double> via,
    Timing timing,
    double flaskDistance) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if they differ in length, or the fill is not positive
   */
  public Trial {
    Checks.positive(fill, "fill");
    start = List.copyOf(start);
    displacement = List.copyOf(displacement);
    via = List.copyOf(via);
    if (displacement.size() != start.size() || via.size() != start.size()) {
      throw new IllegalArgumentException(
          String.format(
              "start, displacement and via need one number per joint, got %d, %d and %d",
              start.size(), displacement.size(), via.size()));
    }
  }

  /** Returns the number of joints. */
  public int joints() {
    return start.size();
  }

  /**
   * When the arm moves.
   *
   * @param delay before it starts, in s
   * @param out duration of the way out, in s
   * @param hold time at the far end, in s
   * @param back duration of the way back, in s
   */
  public record Timing(double delay, double out, double hold, double back) {

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one of the ways takes no time
     */
    public Timing {
      Checks.positive(out, "out");
      Checks.positive(back, "back");
    }
  }
}
