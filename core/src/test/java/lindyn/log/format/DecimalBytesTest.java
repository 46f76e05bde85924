package lindyn.log.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of numbers against Java's own, bit for bit. */
class DecimalBytesTest {

  /** numpy.savetxt writes 19 digits. */
  private static final MathContext NUMPY_TEXT = new MathContext(19);

  private static final int DECIMALS = 100_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithJavaOnRandomDecimals(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < DECIMALS; i++) {
      assertAgrees(decimal(random));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithJavaOnPrintedNumbers(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < DECIMALS; i++) {
      assertAgrees(Float.toString(Float.intBitsToFloat(random.nextInt())));
      assertAgrees(Double.toString(Double.longBitsToDouble(random.nextLong())));
      assertAgrees(Double.toString(random.nextDouble(-10, 10)));
      assertAgrees(new BigDecimal(random.nextDouble(-10, 10)).round(NUMPY_TEXT).toString());
    }
  }

  /** Where rounding is decided by the last digit: the middle of two floats, and just beside it. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithJavaHalfwayBetweenFloats(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < DECIMALS / 20; i++) {
      float below = Math.abs(Float.intBitsToFloat(random.nextInt()));
      if (below < 1e10f) {
        var middle =
            new BigDecimal(below).add(new BigDecimal(Math.nextUp(below))).divide(new BigDecimal(2));
        assertAgrees(middle.toString());
        assertAgrees(middle.toPlainString());
        assertAgrees(middle.toPlainString() + "1");
        for (int digits = 7; digits < 25; digits++) {
          assertAgrees(middle.round(new MathContext(digits)).toString());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0e7",
        "00000000000000000000001",
        "0.00000000000000000000000000001",
        "1e15",
        "1e39",
        "3.4028235e38",
        "3.4028236e38",
        "1.4e-45",
        "7e-46",
        "7.1e-46",
        "1e-400",
        "1e400",
        "1e99999999999",
        "1e-99999999999",
        "16777217",
        "16777219",
        ".5",
        "5.",
        "+1.5",
        "9007199254740993",
        "9223372036854775807",
        "18446744073709551616",
        "1e22",
        "1e23",
        "1.17549435e-38",
        "1.1754942e-38",
        "2.3509887e-38",
        "100000000000000000",
        "12345678901234567890"
      })
  void agreesWithJavaOn(String decimal) {
    assertAgrees(decimal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1e5.",
        "1.2.3",
        "--1",
        "+-1",
        "1f",
        "0x1p3",
        "NaN",
        "Infinity",
        "1 ",
        " 1",
        "1,5",
        "1_000",
        "1e5e5",
        "٣"
      })
  void isNoNumber(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertTrue(Float.isNaN(DecimalBytes.toFloat(bytes, 0, bytes.length)));
    assertTrue(Double.isNaN(DecimalBytes.toDouble(bytes, 0, bytes.length)));
  }

  @Test
  void readsOnlyItsPartOfTheBytes() {
    byte[] bytes = "1,-25.5,3".getBytes(StandardCharsets.UTF_8);

    assertEquals(-25.5f, DecimalBytes.toFloat(bytes, 2, 7));
    assertEquals(-25.5, DecimalBytes.toDouble(bytes, 2, 7));
  }

  private static String decimal(SplittableRandom random) {
    var text = new StringBuilder(random.nextBoolean() ? "-" : "");
    appendDigits(text, random, random.nextInt(1, 12));
    if (random.nextInt(4) > 0) {
      appendDigits(text.append('.'), random, random.nextInt(0, 20));
    }
    if (random.nextInt(4) == 0) {
      text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-60, 45));
    }
    return text.toString();
  }

  private static void appendDigits(StringBuilder text, SplittableRandom random, int count) {
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
  }

  @Test
  void agreesWithJavaWhereZerosAndPowerUndoEachOther() {
    assertAgrees("0." + "0".repeat(100_000) + "1e100001");
    assertAgrees("1" + "0".repeat(100_000) + "e-100000");
    assertAgrees("99999999999999999999");
    assertAgrees("1e999999999999");
  }

  private static void assertAgrees(String decimal) {
    if (decimal.contains("N") || decimal.contains("I")) {
      return; // NaN and Infinity
    }
    byte[] bytes = decimal.getBytes(StandardCharsets.UTF_8);
    float asFloat = DecimalBytes.toFloat(bytes, 0, bytes.length);
    double asDouble = DecimalBytes.toDouble(bytes, 0, bytes.length);
    if (Float.floatToRawIntBits(asFloat) != Float.floatToRawIntBits(Float.parseFloat(decimal))
        || Double.doubleToRawLongBits(asDouble)
            != Double.doubleToRawLongBits(Double.parseDouble(decimal))) {
      assertEquals(Float.parseFloat(decimal), asFloat, decimal);
      assertEquals(Double.parseDouble(decimal), asDouble, decimal);
    }
  }
}
