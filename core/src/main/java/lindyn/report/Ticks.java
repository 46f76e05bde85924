package lindyn.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lindyn.Checks;

/**
 * Numbers that are easy to read on an axis: 1, 2 and 5 times powers of ten (Heckbert, Nice numbers
 * for graph labels, Graphics Gems 1990).
 */
final class Ticks {

  private static final int[] NICE = {1, 2, 5};

  /** Sets of mantissas for logarithmic axes, the densest first. */
  private static final List<List<Integer>> MANTISSAS =
      List.of(List.of(1, 2, 5), List.of(1, 3), List.of(1));

  private Ticks() {}

  /**
   * Returns at least two and at most {@code atMost} ticks; the first and last enclose the range.
   */
  static List<Tick> enclosing(Range range, int atMost) {
    double step = Step.enclosing(range, Checks.atLeast(3, atMost, "ticks"));
    return multiples(step, Math.floor(range.low() / step), Math.ceil(range.high() / step));
  }

  /** Returns at most {@code atMost} ticks that lie in the range, at least {@code minStep} apart. */
  static List<Tick> within(Range range, int atMost, double minStep) {
    double step = Math.max(minStep, Step.within(range, Checks.atLeast(2, atMost, "ticks")));
    // A hair of tolerance, so that 0.3 counts as a multiple of 0.1.
    return multiples(
        step, Math.ceil(range.low() / step - 1e-9), Math.floor(range.high() / step + 1e-9));
  }

  /** Returns at most {@code atMost} ticks for a logarithmic axis that lie in the range. */
  static List<Tick> logarithmic(Range range, int atMost) {
    for (List<Integer> mantissas : MANTISSAS) {
      List<Tick> ticks = powers(range, mantissas, 1);
      if (ticks.size() <= atMost) {
        return ticks.size() >= 2 ? ticks : within(range, atMost, 0);
      }
    }
    int decades = powers(range, List.of(1), 1).size();
    return powers(range, List.of(1), (decades + atMost - 1) / atMost);
  }

  private static List<Tick> powers(Range range, List<Integer> mantissas, int everyDecade) {
    int first = Math.floorDiv(Numbers.exponent(range.low()), everyDecade);
    int last = Math.floorDiv(Numbers.exponent(range.high()), everyDecade);
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(i -> mantissas.stream().map(m -> power(m, i * everyDecade)))
        .filter(tick -> range.contains(tick.value()))
        .collect(Collectors.toList());
  }

  private static Tick power(int mantissa, int exponent) {
    double value = mantissa * Math.pow(10, exponent);
    boolean plain = exponent >= -3 && exponent <= 4;
    return new Tick(
        value, plain ? Numbers.fixed(value, Math.max(0, -exponent)) : Numbers.scientific(value, 0));
  }

  private static List<Tick> multiples(double step, double first, double last) {
    return LongStream.rangeClosed((long) first, (long) last)
        .mapToObj(i -> new Tick(i * step, label(i * step, step)))
        .collect(Collectors.toList());
  }

  private static String label(double value, double step) {
    int exponent = Numbers.exponent(step);
    if (value == 0) {
      return "0";
    }
    if (exponent >= -5 && Math.abs(value) < 1e7) {
      return Numbers.fixed(value, Math.max(0, -exponent));
    }
    return Numbers.scientific(value, Math.max(0, Numbers.exponent(Math.abs(value)) - exponent));
  }

  /** The search for the smallest nice step that needs no more ticks than allowed. */
  private static final class Step {

    static double enclosing(Range range, int atMost) {
      return smallest(
          range,
          atMost,
          step -> Math.ceil(range.high() / step) - Math.floor(range.low() / step) + 1);
    }

    static double within(Range range, int atMost) {
      return smallest(
          range,
          atMost,
          step ->
              Math.floor(range.high() / step + 1e-9) - Math.ceil(range.low() / step - 1e-9) + 1);
    }

    private static double smallest(Range range, int atMost, DoubleUnaryOperator count) {
      int exponent = Numbers.exponent((range.high() - range.low()) / (atMost + 1));
      for (int i = 0; ; i++) {
        double step = NICE[i % 3] * Math.pow(10, exponent + i / 3);
        if (count.applyAsDouble(step) <= atMost) {
          return step;
        }
      }
    }
  }
}
