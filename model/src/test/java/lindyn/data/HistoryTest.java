package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesAWindowWithoutSteps(int timeSteps) {
    assertThrows(IllegalArgumentException.class, () -> new History.Window(timeSteps));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, -1", "10, 10", "10, 11"})
  void refusesASequenceThatScoresNothing(int timeSteps, int warmUp) {
    assertThrows(IllegalArgumentException.class, () -> new History.Stream(timeSteps, warmUp));
  }

  @Test
  void aWindowScoresItsLastStep() {
    assertEquals(9, new History.Window(10).firstScored());
  }

  @Test
  void aStreamScoresEveryStepAfterTheWarmUp() {
    assertEquals(25, new History.Stream(100, 25).firstScored());
  }
}
