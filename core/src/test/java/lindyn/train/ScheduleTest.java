package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @Test
  void aConstantRateStaysAsItIs() {
    assertEquals(1, Schedule.CONSTANT.factor(0, 8));
    assertEquals(1, Schedule.CONSTANT.factor(7.5, 8));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 0.8535533905932737", "4, 0.5", "6, 0.14644660940672627", "8, 0"})
  void aCosineFallsFromOneToNothing(double done, double factor) {
    assertEquals(factor, new Schedule.Cosine().factor(done, 8), 1e-15); // rounding of doubles
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1.9, 1", "2, 0.5", "3.5, 0.5", "4, 0.25", "7.9, 0.125"})
  void stepsHalveEveryTwoEpochs(double done, double factor) {
    assertEquals(factor, new Schedule.Step(2, 0.5).factor(done, 8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void aStepThatDoesNotGoDownIsRefused(double ratio) {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Step(1, ratio));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Step(0, 0.5));
  }
}
