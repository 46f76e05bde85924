package lindyn.log.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10, 10",
    "0.004, 0.004",
    "0.1, 0.1",
    "-2.50, -2.5",
    "0.33333333, 0.3333",
    "12345.6, 12350",
    "0.00015, 0.00015",
    "1.5e-7, 1.500e-07",
    "2e9, 2.000e+09"
  })
  void hasFourDigitsAtMost(double value, String expected) {
    assertEquals(expected, ShortNumber.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.10200000000000001, 0.102",
    "0, 0",
    "100, 100",
    "-1.5, -1.5",
    "0.3333333333333333, 0.333333333",
    "1700000000.1230001, 1700000000.123",
    "1.0E-9, 1.0E-9"
  })
  void writesTimesWithTheDigitsThatMatter(double seconds, String expected) {
    assertEquals(expected, ShortNumber.ofTime(seconds));
  }
}
