package lindyn.examples.arm;

import java.util.List;

/**
 * The motion that a trial asks for: out to the flask and beyond, hold, and back, each way of
 * minimum jerk. With s and r the parts of the way out and back, q = start + displacement (s − r) +
 * via (4s(1 − s) − 4r(1 − r)).
 */
final class ReachingMotion {

  private final double[] start;
  private final double[] displacement;
  private final double[] via;
  private final Trial.Timing timing;

  ReachingMotion(Trial trial) {
    start = array(trial.start());
    displacement = array(trial.displacement());
    via = array(trial.via());
    timing = trial.timing();
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Computes where the arm should be.
   *
   * @param t time since the start of the trial, in s
   * @param q receives the joint positions, in rad
   * @param qd receives the joint velocities, in rad/s
   * @param qdd receives the joint accelerations, in rad/s²
   */
  void at(double t, double[] q, double[] qd, double[] qdd) {
    double u = (t - timing.delay()) / timing.out();
    double s = MinimumJerk.position(u);
    double sd = MinimumJerk.velocity(u) / timing.out();
    double sdd = MinimumJerk.acceleration(u) / (timing.out() * timing.out());
    double w = (t - timing.delay() - timing.out() - timing.hold()) / timing.back();
    double r = MinimumJerk.position(w);
    double rd = MinimumJerk.velocity(w) / timing.back();
    double rdd = MinimumJerk.acceleration(w) / (timing.back() * timing.back());
    double bump = 4 * s * (1 - s) - 4 * r * (1 - r);
    double bumpd = 4 * sd * (1 - 2 * s) - 4 * rd * (1 - 2 * r);
    double bumpdd = 4 * (sdd * (1 - 2 * s) - 2 * sd * sd) - 4 * (rdd * (1 - 2 * r) - 2 * rd * rd);
    for (int j = 0; j < start.length; j++) {
      q[j] = start[j] + displacement[j] * (s - r) + via[j] * bump;
      qd[j] = displacement[j] * (sd - rd) + via[j] * bumpd;
      qdd[j] = displacement[j] * (sdd - rdd) + via[j] * bumpdd;
    }
  }

  /** Copies the joint positions at the start of the trial, in rad. */
  void copyStart(double[] q) {
    System.arraycopy(start, 0, q, 0, q.length);
  }

  /** Computes the joint positions at the far end, in rad. */
  void copyEnd(double[] q) {
    for (int j = 0; j < q.length; j++) {
      q[j] = start[j] + displacement[j];
    }
  }
}
