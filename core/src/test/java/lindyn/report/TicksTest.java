package lindyn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void enclosingTicksCoverTheRangeInNiceSteps(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      Range range = randomRange(random);
      int atMost = random.nextInt(3, 12);

      List<Tick> ticks = Ticks.enclosing(range, atMost);

      // The tolerance that lets 0.3 count as a multiple of 0.1.
      double hair = 1e-8 * (range.high() - range.low());
      assertTrue(ticks.get(0).value() <= range.low() + hair, range + " " + ticks);
      assertTrue(ticks.get(ticks.size() - 1).value() >= range.high() - hair, range + " " + ticks);
      assertTrue(ticks.size() >= 2 && ticks.size() <= atMost, range + " " + ticks);
      assertStepsAreNice(ticks);
      assertLabelsDiffer(ticks);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ticksWithinARangeStayThere(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      Range range = randomRange(random);
      int atMost = random.nextInt(3, 12);

      List<Tick> ticks = Ticks.within(range, atMost, 0);

      double hair = 1e-8 * (range.high() - range.low());
      assertTrue(!ticks.isEmpty() && ticks.size() <= atMost, range + " " + ticks);
      assertTrue(ticks.get(0).value() >= range.low() - hair, range + " " + ticks);
      assertTrue(ticks.get(ticks.size() - 1).value() <= range.high() + hair, range + " " + ticks);
      assertStepsAreNice(ticks);
      assertLabelsDiffer(ticks);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void logarithmicTicksStayInTheRange(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double low = Math.pow(10, random.nextDouble(-12, 12));
      Range range = new Range(low, low * Math.pow(10, random.nextDouble(0.01, 15)));
      int atMost = random.nextInt(3, 12);

      List<Tick> ticks = Ticks.logarithmic(range, atMost);

      assertTrue(!ticks.isEmpty() && ticks.size() <= atMost, range + " " + ticks);
      assertTrue(ticks.stream().allMatch(t -> range.contains(t.value())), range + " " + ticks);
      assertLabelsDiffer(ticks);
    }
  }

  @Test
  void labelsHaveTheDecimalsOfTheStep() {
    assertEquals(
        List.of("−0.2", "0", "0.2", "0.4"), labels(Ticks.enclosing(new Range(-0.15, 0.31), 4)));
    assertEquals(List.of("0.02", "0.1", "0.5"), everySecond(new Range(0.02, 0.7)));
    assertEquals(
        List.of("10⁻⁶", "10⁻⁴", "0.01", "1"), labels(Ticks.logarithmic(new Range(1e-7, 2), 4)));
  }

  @Test
  void longNumbersBecomePowersWhereLongerOnesFollow() {
    assertEquals(
        List.of("100", "1000", "10000", "100000"),
        labels(Ticks.logarithmic(new Range(50, 112_761), 5)));
    assertEquals(List.of("100", "10⁴", "10⁶"), labels(Ticks.logarithmic(new Range(50, 2e6), 3)));
  }

  @Test
  void countsAreWhole() {
    assertEquals(List.of("1", "2"), labels(Ticks.within(new Range(1, 2), 11, 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3.5, 1e-12, 1e12})
  void aSingleNumberGetsRoom(double value) {
    Range range = Range.of(DoubleStream.of(value, Double.NaN, value));

    assertTrue(range.low() < value && value < range.high(), range.toString());
  }

  private static Range randomRange(SplittableRandom random) {
    double length = Math.pow(10, random.nextDouble(-12, 12));
    double low = length * random.nextDouble(-100, 100);
    return new Range(low, low + length);
  }

  private static void assertStepsAreNice(List<Tick> ticks) {
    for (int i = 1; i < ticks.size(); i++) {
      double step = ticks.get(i).value() - ticks.get(i - 1).value();
      // Differences of ticks far from zero are rounded; nothing else lies near 1, 2 or 5.
      double mantissa = step / Math.pow(10, Math.floor(Math.log10(step * 1.0001)));
      assertTrue(
          DoubleStream.of(1, 2, 5).anyMatch(nice -> Math.abs(mantissa - nice) < 1e-6),
          ticks.toString());
    }
  }

  private static void assertLabelsDiffer(List<Tick> ticks) {
    assertEquals(ticks.size(), labels(ticks).stream().distinct().count(), ticks.toString());
  }

  private static List<String> everySecond(Range range) {
    List<String> labels = labels(Ticks.logarithmic(range, 11));
    return List.of(labels.get(0), labels.get(2), labels.get(4));
  }

  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::label).collect(Collectors.toList());
  }
}
