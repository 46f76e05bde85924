package lindyn.gp.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecayTest {

  @ParameterizedTest(name = "up to {0}")
  @ValueSource(doubles = {1e-9, 0.1, 5, 50, 700})
  void isTheExponentialFunctionToTwoUnitsInTheLastPlace(double greatest) {
    double[] a = new SplittableRandom(1).doubles(20_000, 0, greatest).toArray();

    double[] decay = decay(a);

    for (int i = 0; i < a.length; i++) {
      double expected = StrictMath.exp(-a[i]);
      assertEquals(expected, decay[i], 2 * Math.ulp(expected), "exp of -" + a[i]);
    }
  }

  @Test
  void isOneAtZeroAndZeroAtTheLimit() {
    double[] decay = decay(0, Decay.LIMIT);

    assertEquals(1, decay[0], 0);
    assertEquals(0, decay[1], 0);
  }

  @Test
  void isPositiveJustBelowTheLimit() {
    double[] decay = decay(Decay.LIMIT - 0.1);

    assertTrue(decay[0] > 0 && decay[0] < 1e-306, "decay " + decay[0]);
  }

  private static double[] decay(double... a) {
    double[] decay = new double[a.length];
    Decay.of(a, new double[a.length], decay, a.length);
    return decay;
  }
}
