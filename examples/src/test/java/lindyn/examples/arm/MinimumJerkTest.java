package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumJerkTest {

  @Test
  void goesFromZeroToOneAndStays() {
    assertEquals(0, MinimumJerk.position(-1));
    assertEquals(0, MinimumJerk.position(0));
    assertEquals(0.5, MinimumJerk.position(0.5));
    assertEquals(1, MinimumJerk.position(1));
    assertEquals(1, MinimumJerk.position(7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 1, 2})
  void restsOutsideAndAtBothEnds(double u) {
    assertEquals(0, MinimumJerk.velocity(u));
    assertEquals(0, MinimumJerk.acceleration(u));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .3, .5, .8})
  void velocityAndAccelerationAreDerivatives(double u) {
    double step = 1e-5;

    assertEquals(
        (MinimumJerk.position(u + step) - MinimumJerk.position(u - step)) / (2 * step),
        MinimumJerk.velocity(u),
        1e-8); // error of the differences
    assertEquals(
        (MinimumJerk.velocity(u + step) - MinimumJerk.velocity(u - step)) / (2 * step),
        MinimumJerk.acceleration(u),
        1e-7);
  }
}
