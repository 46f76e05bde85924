package lindyn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTimesTest {

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesATimeThatIsNotLater(double second) {
    assertThrows(IllegalArgumentException.class, () -> SampleTimes.of(new double[] {1, second}));
  }

  @Test
  void takesTheMedianOfUnevenPeriods() {
    var times = SampleTimes.of(new double[] {0, 0.01, 0.02, 0.5});

    assertEquals(
        0.01,
        SampleTimes.medianPeriod(List.of(times)).orElseThrow(),
        1e-15); // rounding of 0.02 - 0.01
  }

  @Test
  void hasNoPeriodBelowTwoSamples() {
    assertTrue(SampleTimes.medianPeriod(List.of(SampleTimes.every(0.01, 1))).isEmpty());
  }

  @Test
  void copiesWhatItIsGiven() {
    double[] seconds = {0, 1};
    var times = SampleTimes.of(seconds);

    seconds[1] = 7;

    assertEquals(1, times.at(1));
  }

  @Test
  void slicesKeepTheirTimes() {
    assertEquals(
        SampleTimes.of(new double[] {2, 3}), SampleTimes.of(new double[] {1, 2, 3, 4}).slice(1, 3));
  }
}
