package lindyn.lstm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationsTest {

  /** Measured over all float32 numbers: 3.7e-7, at the end of the rational function's range. */
  private static final double TANH_ERROR = 4e-7;

  /** Half of tanh's error, and a rounding. */
  private static final double SIGMOID_ERROR = 2.5e-7;

  /** Arguments from −20 to 20 in steps of 1e-4. */
  private static IntStream grid() {
    return IntStream.rangeClosed(-200_000, 200_000);
  }

  private static float argument(int i) {
    return i * 1e-4f;
  }

  @Test
  void tanhAgreesWithTheExactOne() {
    double worst =
        grid()
            .mapToDouble(
                i -> Math.abs(Activations.tanh(argument(i)) - Math.tanh((double) argument(i))))
            .max()
            .orElseThrow();

    assertEquals(0, worst, TANH_ERROR);
  }

  @Test
  void sigmoidAgreesWithTheExactOne() {
    double worst =
        grid()
            .mapToDouble(
                i -> Math.abs(Activations.sigmoid(argument(i)) - 1 / (1 + Math.exp(-argument(i)))))
            .max()
            .orElseThrow();

    assertEquals(0, worst, SIGMOID_ERROR);
  }

  /** A gate outside [0, 1] or an output outside [−1, 1] could make the cell state grow. */
  @Test
  void staysInsideItsRange() {
    grid()
        .forEach(
            i -> {
              assertTrue(Math.abs(Activations.tanh(argument(i))) <= 1);
              assertEquals(0.5, Activations.sigmoid(argument(i)), 0.5);
            });
  }

  @Test
  void tanhIsOddToTheBit() {
    grid()
        .forEach(
            i -> assertEquals(-Activations.tanh(argument(i)), Activations.tanh(-argument(i)), 0f));
  }

  @ParameterizedTest
  @ValueSource(floats = {20, 1e4f, 1e30f, Float.MAX_VALUE, Float.POSITIVE_INFINITY})
  void saturatesForLargeArguments(float large) {
    assertAll(
        () -> assertEquals(1, Activations.tanh(large), TANH_ERROR),
        () -> assertEquals(-1, Activations.tanh(-large), TANH_ERROR),
        () -> assertEquals(1, Activations.sigmoid(large), SIGMOID_ERROR),
        () -> assertEquals(0, Activations.sigmoid(-large), SIGMOID_ERROR));
  }

  @ParameterizedTest
  @ValueSource(floats = {1e-3f, 1e-10f, 1e-30f})
  void tanhOfASmallArgumentIsTheArgument(float small) {
    // tanh(x) = x (1 − x²/3 + …); four roundings to 24 bits beside that
    assertEquals(1, Activations.tanh(small) / small, 3.4e-7 + small * small);
  }

  @Test
  void sigmoidOfZeroIsAHalf() {
    assertEquals(0.5f, Activations.sigmoid(0), 0);
    assertEquals(0f, Activations.tanh(0), 0);
  }

  @Test
  void notANumberStaysNotANumber() {
    assertEquals(Float.NaN, Activations.tanh(Float.NaN));
    assertEquals(Float.NaN, Activations.sigmoid(Float.NaN));
  }
}
