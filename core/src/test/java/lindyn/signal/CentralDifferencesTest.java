package lindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentralDifferencesTest {

  /** Golden values from numpy; src/test/python/filters.py makes them. */
  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {12, 60})
  void agreesWithNumpy(int samples) {
    var golden = new GoldenFilters(samples);

    double[] actual = CentralDifferences.derivative(golden.x(), GoldenFilters.PERIOD);

    assertArrayEquals(golden.column("gradient"), actual, 1e-12); // numbers below 50, one division
  }

  @Test
  void twoSamplesHaveOneSlope() {
    assertArrayEquals(
        new double[] {3, 3}, CentralDifferences.derivative(new double[] {1, 2.5}, 0.5), 1e-15);
  }

  @Test
  void refusesASingleSample() {
    assertThrows(
        IllegalArgumentException.class, () -> CentralDifferences.derivative(new double[] {1}, 0.5));
  }
}
