package lindyn.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import lindyn.InputException;
import lindyn.log.preparation.Preparation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOptionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"trajectory", "t", "q1", "qd2", "qdd3", "tau7", "q0", " "})
  void refusesStandardColumnsAsExtraInputs(String name) {
    assertThrows(InputException.class, () -> ReadingOptions.DEFAULT.withExtraInputs(List.of(name)));
  }

  @Test
  void refusesAnExtraInputTwice() {
    var error =
        assertThrows(
            InputException.class,
            () -> ReadingOptions.DEFAULT.withExtraInputs(List.of("load", "load")));

    assertTrue(String.valueOf(error.getMessage()).contains("'load'"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesASamplingPeriodThatIsNotPositive(double samplePeriod) {
    assertThrows(InputException.class, () -> ReadingOptions.DEFAULT.withSamplePeriod(samplePeriod));
  }

  @Test
  void changesOneOptionAtATime() {
    assertEquals(
        new ReadingOptions(
            OptionalDouble.of(0.01), List.of("load"), "A", ColumnMapping.NONE, Preparation.DEFAULT),
        ReadingOptions.DEFAULT
            .withTorqueUnit("A")
            .withExtraInputs(List.of("load"))
            .withSamplePeriod(0.01));
  }
}
