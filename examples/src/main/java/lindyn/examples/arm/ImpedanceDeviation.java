package lindyn.examples.arm;

/**
 * How an impedance controller gives way (Hogan 1985, Impedance control): each joint deviates from
 * its motion like a damped spring that the external torque pulls at, ë = −2ζω ė − ω² (e − τ_ext /
 * K), with ω = 2π · 4 Hz and ζ = 0.6. A step is semi-implicit Euler.
 */
final class ImpedanceDeviation {

  private static final double OMEGA = 2 * Math.PI * 4;
  private static final double DAMPING = 0.6;

  private final double[] stiffness;
  private final double step;
  private final double[] e;
  private final double[] ed;
  private final double[] edd;

  /**
   * Starts without deviation.
   *
   * @param stiffness K of the joints that give way, in N·m/rad; further joints do not
   * @param step time between two calls, in s
   */
  ImpedanceDeviation(double[] stiffness, double step) {
    this.stiffness = stiffness.clone();
    this.step = step;
    e = new double[stiffness.length];
    ed = new double[stiffness.length];
    edd = new double[stiffness.length];
  }

  /**
   * Advances by one step.
   *
   * @param externalTorque what the surroundings exert on the joints, in N·m
   */
  void advance(double[] externalTorque) {
    for (int j = 0; j < e.length; j++) {
      double rest = externalTorque[j] / stiffness[j];
      edd[j] = -2 * DAMPING * OMEGA * ed[j] - OMEGA * OMEGA * (e[j] - rest);
      ed[j] += step * edd[j];
      e[j] += step * ed[j];
    }
  }

  /** Adds the deviation to a motion, in rad, rad/s and rad/s². */
  void addTo(double[] q, double[] qd, double[] qdd) {
    for (int j = 0; j < e.length; j++) {
      q[j] += e[j];
      qd[j] += ed[j];
      qdd[j] += edd[j];
    }
  }
}
