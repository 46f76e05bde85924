package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlaskTest {

  private static final double STEP = 0.001;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void contactNeverPulls(long seed) {
    var random = new SplittableRandom(seed);
    var flask = new Flask(.3, 0, STEP);
    for (int k = 0; k < 5000; k++) {
      double force = flask.advance(random.nextDouble(-.05, .05), random.nextDouble(-3, 3));

      assertTrue(force >= 0, "step " + k);
    }
  }

  @Test
  void staysWhereItStandsUntilItIsTouched() {
    var flask = new Flask(.2, .1, STEP);
    for (int k = 0; k < 100; k++) {
      assertEquals(0, flask.advance(.09999, 5));
    }
    assertEquals(.1, flask.position());
  }

  @Test
  void slidesBeforeTheTipThatPushesIt() {
    var flask = new Flask(.4, .01, STEP);
    double force = 0;
    for (int k = 0; k < 20_000; k++) {
      force = flask.advance(.1 * k * STEP, .1);
    }

    assertEquals(.1, flask.velocity(), 1e-6); // steady
    assertEquals(.25 * .6 * 9.81, force, 1e-5); // what the table's friction takes
    assertEquals(force / 300, .1 * 19_999 * STEP - flask.position(), 1.1e-4); // one step behind
  }

  @Test
  void theTablesFrictionStopsIt() {
    var flask = new Flask(.3, 0, STEP);
    for (int k = 0; k < 100; k++) {
      flask.advance(k * STEP, 1); // pushed at 1 m/s, then let go
    }
    double speed = flask.velocity();
    for (int k = 0; k < 3000; k++) {
      flask.advance(-1, 0);
    }

    assertTrue(speed > .5, "speed " + speed);
    assertEquals(0, flask.velocity(), .02); // the liquid still rocks it
  }
}
