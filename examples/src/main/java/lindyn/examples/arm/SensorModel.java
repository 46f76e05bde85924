package lindyn.examples.arm;

import lindyn.Checks;

/**
 * What the arm's sensors do to positions and torques.
 *
 * @param torqueDelay dead time of the torque signal, in s; whole milliseconds
 * @param torqueLag time constant of the first-order low-pass behind it, in s
 * @param torqueNoise factor on the noise that each joint's drive states; 0 is none
 * @param positionNoise standard deviation of a position reading, in rad
 * @param positionStep quantum of a position reading, in rad
 */
public record SensorModel(
    double torqueDelay,
    double torqueLag,
    double torqueNoise,
    double positionNoise,
    double positionStep) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative or not finite, or the quantum is zero
   */
  public SensorModel {
    Checks.inRange(0, Double.POSITIVE_INFINITY, torqueDelay, "torqueDelay");
    Checks.inRange(0, Double.POSITIVE_INFINITY, torqueLag, "torqueLag");
    Checks.inRange(0, Double.POSITIVE_INFINITY, torqueNoise, "torqueNoise");
    Checks.inRange(0, Double.POSITIVE_INFINITY, positionNoise, "positionNoise");
    Checks.positive(positionStep, "positionStep");
  }

  /** Returns the same sensors without noise. */
  public SensorModel withoutNoise() {
    return new SensorModel(torqueDelay, torqueLag, 0, 0, positionStep);
  }
}
