package lindyn.signal;

import lindyn.Checks;
import lindyn.Differentiation;

/**
 * Derives velocities and accelerations in a control loop, sample by sample: gives exactly the
 * numbers that {@link Differentiation.CausalButterworth} gives for a log of the same samples.
 *
 * <p>Holds the state of one robot, allocates nothing after construction, and is not thread-safe.
 * Use one per robot, one of the two methods on it, and {@link #reset} between motions.
 */
public final class CausalDifferentiator {

  private final CausalDerivative[] velocity;
  private final CausalDerivative[] acceleration;

  /**
   * Starts before the first sample.
   *
   * @param differentiation the filter, as in the signals of the model that reads the numbers
   * @param samplePeriod time between two samples, in s
   * @param joints number of joints
   * @throws IllegalArgumentException if a number is not positive, or the cut-off is not below half
   *     the sampling rate
   */
  public CausalDifferentiator(
      Differentiation.CausalButterworth differentiation, double samplePeriod, int joints) {
    Checks.positive(joints, "joints");
    var lowPass = ButterworthFilter.lowPass(differentiation.cutoffHz(), samplePeriod);
    velocity = new CausalDerivative[joints];
    acceleration = new CausalDerivative[joints];
    for (int joint = 0; joint < joints; joint++) {
      velocity[joint] = new CausalDerivative(lowPass, samplePeriod);
      acceleration[joint] = new CausalDerivative(lowPass, samplePeriod);
    }
  }

  /**
   * Takes the positions of the next sample, for models whose qd and qdd are derived from q.
   *
   * @param q positions, in rad, one per joint
   * @param qd receives the velocities, in rad/s
   * @param qdd receives the accelerations, in rad/s²
   * @throws IllegalArgumentException if a length differs from the number of joints
   */
  public void step(float[] q, float[] qd, float[] qdd) {
    requireJoints(q, "q");
    requireJoints(qd, "qd");
    requireJoints(qdd, "qdd");
    for (int joint = 0; joint < velocity.length; joint++) {
      double rate = velocity[joint].next(q[joint]);
      qd[joint] = (float) rate;
      qdd[joint] = (float) acceleration[joint].next(rate);
    }
  }

  /**
   * Takes the measured velocities of the next sample, for models whose qdd alone is derived.
   *
   * @param qd velocities, in rad/s, one per joint
   * @param qdd receives the accelerations, in rad/s²
   * @throws IllegalArgumentException if a length differs from the number of joints
   */
  public void stepVelocities(float[] qd, float[] qdd) {
    requireJoints(qd, "qd");
    requireJoints(qdd, "qdd");
    for (int joint = 0; joint < acceleration.length; joint++) {
      qdd[joint] = (float) acceleration[joint].next(qd[joint]);
    }
  }

  /** Forgets all samples. */
  public void reset() {
    for (int joint = 0; joint < velocity.length; joint++) {
      velocity[joint].reset();
      acceleration[joint].reset();
    }
  }

  private void requireJoints(float[] numbers, String name) {
    if (numbers.length != velocity.length) {
      throw new IllegalArgumentException(
          name + " has " + numbers.length + " numbers, expected " + velocity.length + " joints");
    }
  }
}
