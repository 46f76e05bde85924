package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SloshingLiquidTest {

  private static final double STEP = 1e-4;

  /** ω² = (gξ / R) tanh(ξh / R), the closed form for a cylinder. */
  @ParameterizedTest
  @ValueSource(doubles = {.2, .3, .4})
  void swingsAtTheFrequencyOfTheClosedForm(double fill) {
    double height = fill / 1000 / (Math.PI * .045 * .045);
    double omega =
        Math.sqrt(9.81 * 1.8412 / .045 * Math.tanh(1.8412 * height / .045)) // undamped
            * Math.sqrt(1 - .01 * .01);
    var liquid = new SloshingLiquid(fill, STEP);
    liquid.advance(-10); // a kick

    double seconds = halfPeriods(liquid, 20);

    assertEquals(20 * Math.PI / omega, seconds, 20 * STEP); // crossings are known to a step
  }

  private static double halfPeriods(SloshingLiquid liquid, int count) {
    int steps = 0;
    boolean isAhead = liquid.displacement() > 0;
    for (int crossings = 0; crossings < count; steps++) {
      liquid.advance(0);
      if (isAhead != liquid.displacement() > 0) {
        isAhead = !isAhead;
        crossings++;
      }
    }
    return steps * STEP;
  }

  @Test
  void lessOfADeepLiquidSloshes() {
    double shallow = 1 - new SloshingLiquid(.05, STEP).restingMass() / .05;
    double deep = 1 - new SloshingLiquid(.4, STEP).restingMass() / .4;

    assertTrue(0 < deep && deep < shallow && shallow < 1, deep + " " + shallow);
  }

  @Test
  void lagsBehindAnAcceleratedVesselAndPullsItBack() {
    var liquid = new SloshingLiquid(.3, STEP);

    liquid.advance(2);

    assertTrue(liquid.displacement() < 0);
    assertTrue(liquid.force() < 0);
  }

  @Test
  void underConstantAccelerationItWeighsWhatItIs() {
    var liquid = new SloshingLiquid(.3, STEP);
    for (int k = 0; k < 1_000_000; k++) { // 100 s: the swing has died away
      liquid.advance(2);
    }

    double sloshing = .3 - liquid.restingMass();
    assertEquals(-2 * sloshing, liquid.force(), 1e-6);
    assertEquals(-2 / (liquid.omega() * liquid.omega()), liquid.displacement(), 1e-9);
  }
}
