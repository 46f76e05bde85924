package lindyn.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavitzkyGolayFilterTest {

  /** Golden values from scipy; src/test/python/filters.py makes them. */
  @ParameterizedTest(name = "{0} samples, window {1}, order {2}, derivative {3}")
  @CsvSource({
    "12, 3, 2, 1", "12, 3, 2, 2", "12, 5, 2, 1", "12, 5, 2, 2", "12, 7, 3, 1", "12, 7, 3, 2",
    "12, 11, 4, 1", "12, 11, 4, 2", "12, 9, 1, 1", "60, 3, 2, 1", "60, 3, 2, 2", "60, 5, 2, 1",
    "60, 5, 2, 2", "60, 7, 3, 1", "60, 7, 3, 2", "60, 11, 4, 1", "60, 11, 4, 2", "60, 9, 1, 1"
  })
  void agreesWithScipy(int samples, int window, int order, int degree) {
    var golden = new GoldenFilters(samples);
    double[] expected = golden.column("savitzky-golay " + window + " " + order + " " + degree);

    double[] actual =
        new SavitzkyGolayFilter(window, order, GoldenFilters.PERIOD).derivative(golden.x(), degree);

    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertArrayEquals(expected, actual, 1e-11 * largest); // rounding of two least squares
  }

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(ints = {4, 5, 8, 9, 30})
  void derivesItsPolynomialsExactlyAtAnyLength(int samples) {
    double[] x = at(samples, t -> 2 - t + 3 * t * t - 0.5 * t * t * t);
    var filter = new SavitzkyGolayFilter(9, 3, 0.1);

    double[] first = filter.derivative(x, 1);
    double[] second = filter.derivative(x, 2);

    assertArrayEquals(at(samples, t -> -1 + 6 * t - 1.5 * t * t), first, 1e-10); // of up to 20
    assertArrayEquals(at(samples, t -> 6 - 3 * t), second, 1e-9);
  }

  private static double[] at(int samples, java.util.function.DoubleUnaryOperator polynomial) {
    return IntStream.range(0, samples)
        .mapToDouble(t -> polynomial.applyAsDouble(0.1 * t))
        .toArray();
  }

  @Test
  void veryShortSeriesGetWhatTheirSamplesShow() {
    var filter = new SavitzkyGolayFilter(9, 3, 0.5);

    assertEquals(0, filter.derivative(new double[0], 1).length);
    assertArrayEquals(new double[] {0}, filter.derivative(new double[] {7}, 1), 0);
    assertArrayEquals(new double[] {2, 2}, filter.derivative(new double[] {7, 8}, 1), 1e-12);
    assertArrayEquals(new double[] {0, 0}, filter.derivative(new double[] {7, 8}, 2), 0);
  }

  @Test
  void refusesWindowsThatHoldNoPolynomial() {
    assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolayFilter(4, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolayFilter(3, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolayFilter(3, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolayFilter(3, 2, 0));
  }
}
