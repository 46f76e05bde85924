package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuGreFrictionTest {

  private static final double STEP = 0.001;
  private static final LuGreFriction.Parameters GEAR = LuGreFriction.Parameters.of(1.2, 1.5, .6);

  private static double sliding(LuGreFriction friction, double velocity, double seconds) {
    double torque = 0;
    for (int k = 0; k < Math.round(seconds / STEP); k++) {
      torque = friction.torqueAt(velocity);
    }
    return torque;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, -.1, -.01, .005, .02, .05, .3, 1})
  void steadySlidingFollowsTheStribeckCurve(double velocity) {
    double torque = sliding(new LuGreFriction(GEAR, STEP), velocity, 100);

    double stribeck = 1.2 + (1.5 - 1.2) * Math.exp(-Math.pow(velocity / .05, 2));
    assertEquals(Math.signum(velocity) * stribeck + .6 * velocity, torque, 1e-9); // has settled
  }

  @Test
  void slowMotionMustFirstBreakAway() {
    double slow = sliding(new LuGreFriction(GEAR, STEP), 1e-3, 120);
    double fast = sliding(new LuGreFriction(GEAR, STEP), .2, 40) - .6 * .2;

    assertEquals(1.5, slow, 2e-3); // all of the breakaway torque but for (v / v_s)²
    assertEquals(1.2, fast, 1e-3);
  }

  @Test
  void sticksLikeASpringBeforeItSlides() {
    var friction = new LuGreFriction(GEAR, STEP);
    double displacement = 1e-5; // a thousandth of what the bristles bear

    sliding(friction, displacement / 1, 1);
    double torque = friction.torqueAt(0);

    assertEquals(120 * displacement, torque, 120 * displacement * 2e-3); // σ0 = 1.2 / 0.01
  }

  @Test
  void remembersWhereItCameFrom() {
    var forward = new LuGreFriction(GEAR, STEP);
    var backward = new LuGreFriction(GEAR, STEP);
    sliding(forward, .2, 1);
    sliding(backward, -.2, 1);

    assertTrue(forward.torqueAt(0) > 1 && backward.torqueAt(0) < -1);
  }

  @Test
  void staysWithinTheBreakawayTorqueAtAnySpeed() {
    var friction = new LuGreFriction(GEAR, STEP);
    for (int k = 0; k < 10_000; k++) {
      double velocity = 50 * Math.sin(.001 * k * k);

      double bristles = friction.torqueAt(velocity) - .6 * velocity;

      double damping = .2 * Math.sqrt(120) * Math.abs(velocity); // σ1 ż, and |ż| ≤ 2 |v|
      assertTrue(Math.abs(bristles) <= 1.5 + 2 * damping, "step " + k);
    }
  }
}
