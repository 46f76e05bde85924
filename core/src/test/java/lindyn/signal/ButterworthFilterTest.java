package lindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButterworthFilterTest {

  /** Numbers around 1; scipy solves for its initial conditions, which costs a few digits. */
  private static final double TOLERANCE = 2e-12;

  /** Golden values from scipy; src/test/python/filters.py makes them. */
  @ParameterizedTest(name = "{0} samples, {1} Hz")
  @CsvSource({"12, 3", "12, 10", "12, 60", "12, 120", "60, 3", "60, 10", "60, 60", "60, 120"})
  void agreesWithScipy(int samples, int cutoff) {
    var golden = new GoldenFilters(samples);
    var filter = ButterworthFilter.lowPass(cutoff, GoldenFilters.PERIOD);

    assertArrayEquals(
        golden.column("zero-phase " + cutoff), filter.zeroPhase(golden.x()), TOLERANCE);
    assertArrayEquals(golden.column("causal " + cutoff), filter.causal(golden.x()), TOLERANCE);
  }

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {0, 1, 2, 3, 9, 10, 100})
  void keepsAConstantOfAnyLength(int samples) {
    var filter = ButterworthFilter.lowPass(10, 1e-3);
    double[] constant = new double[samples];
    Arrays.fill(constant, 2.5);

    assertArrayEquals(constant, filter.zeroPhase(constant), 1e-9); // DC gain 1 ± 1e-16 / K²
    assertArrayEquals(constant, filter.causal(constant), 1e-9);
  }

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {1, 2, 5, 9, 10, 40})
  void shiftedAndScaledSeriesOfAnyLengthAreFilteredAlike(int samples) {
    var filter = ButterworthFilter.lowPass(60, 0.004);
    double[] x = new SplittableRandom(3).doubles(samples, -1, 1).toArray();
    double[] shifted = Arrays.stream(x).map(v -> 3 * v - 2).toArray();

    double[] expected = Arrays.stream(filter.zeroPhase(x)).map(v -> 3 * v - 2).toArray();

    assertArrayEquals(expected, filter.zeroPhase(shifted), 1e-12); // rounding of numbers up to 10
  }

  @Test
  void zeroPhaseHalvesASwingAtTheCutoffAndDoesNotDelayIt() {
    double[] x =
        IntStream.range(0, 2000).mapToDouble(t -> Math.sin(2 * Math.PI * 10 * t * 1e-3)).toArray();

    double[] y = ButterworthFilter.lowPass(10, 1e-3).zeroPhase(x);

    for (int t = 500; t < 1500; t++) { // the ends have died out to e^-20
      assertEquals(x[t] / 2, y[t], 1e-6);
    }
  }

  @Test
  void refusesCutoffsThatTheSamplingCannotShow() {
    for (double cutoff : new double[] {0, -1, 500, 501, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> ButterworthFilter.lowPass(cutoff, 1e-3));
    }
    assertThrows(IllegalArgumentException.class, () -> ButterworthFilter.lowPass(1, 0));
    assertThrows(IllegalArgumentException.class, () -> ButterworthFilter.lowPass(1, Double.NaN));
  }
}
