package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImpedanceDeviationTest {

  private static final double STEP = 0.001;

  private static double[] after(ImpedanceDeviation deviation, double torque, double seconds) {
    for (int k = 0; k < Math.round(seconds / STEP); k++) {
      deviation.advance(new double[] {torque});
    }
    double[] q = {1};
    double[] qd = {2};
    double[] qdd = {3};
    deviation.addTo(q, qd, qdd);
    return new double[] {q[0] - 1, qd[0] - 2, qdd[0] - 3};
  }

  @Test
  void givesWayByTorqueOverStiffness() {
    var deviation = new ImpedanceDeviation(new double[] {800}, STEP);

    assertArrayEquals(new double[] {-.02, 0, 0}, after(deviation, -16, 5), 1e-9); // has settled
  }

  @Test
  void doesNotDeviateWithoutATorque() {
    var deviation = new ImpedanceDeviation(new double[] {800}, STEP);

    assertArrayEquals(new double[3], after(deviation, 0, 1));
  }

  /** The overshoot of a damped spring is exp(−πζ / √(1 − ζ²)), half a period after the step. */
  @Test
  void overshootsAsItsDampingSays() {
    double damped = 2 * Math.PI * 4 * Math.sqrt(1 - .36);
    var deviation = new ImpedanceDeviation(new double[] {100}, STEP);

    double peak = after(deviation, 100, Math.PI / damped)[0];

    assertEquals(1 + Math.exp(-Math.PI * .6 / .8), peak, .01); // steps of a 250th of the period
  }
}
