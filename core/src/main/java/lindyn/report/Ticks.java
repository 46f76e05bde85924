package lindyn.report;

import java.util.List;
import java.util.function.BiFunction;
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

  private static final List<Integer> ALL_MANTISSAS = IntStream.rangeClosed(1, 9).boxed().toList();

  /** With more, the lines would lie too close together. */
  private static final int MOST_DECADES_WITH_MINOR_TICKS = 6;

  private Ticks() {}

  /**
   * Returns at least two and at most {@code atMost} ticks; the first and last enclose the range.
   */
  static List<Tick> enclosing(Range range, int atMost) {
    Checks.atLeast(3, atMost, "ticks");
    return densest(range, atMost, Multiples::enclosing).ticks();
  }

  /** Returns at most {@code atMost} ticks that lie in the range, at least {@code minStep} apart. */
  static List<Tick> within(Range range, int atMost, double minStep) {
    Checks.atLeast(2, atMost, "ticks");
    double step = densest(range, atMost, Multiples::within).step();
    return Multiples.within(range, Math.max(minStep, step)).ticks();
  }

  private static Multiples densest(
      Range range, int atMost, BiFunction<Range, Double, Multiples> multiplesOf) {
    int exponent = Numbers.exponent((range.high() - range.low()) / (atMost + 1));
    for (int i = 0; ; i++) {
      double step = NICE[i % 3] * Math.pow(10, exponent + i / 3);
      Multiples multiples = multiplesOf.apply(range, step);
      if (multiples.count() <= atMost) {
        return multiples;
      }
    }
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
    int longest = last * everyDecade <= 5 ? 5 : 3; // 10⁴ rather than 10000 where 10⁶ follows
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(i -> mantissas.stream().map(m -> power(m, i * everyDecade, longest)))
        .filter(tick -> range.contains(tick.value()))
        .collect(Collectors.toList());
  }

  /** Returns 1 to 9 times the powers of ten in a range; nothing if it has too few or too many. */
  static List<Double> minor(Range range) {
    double decades = Math.log10(range.high() / range.low());
    return decades < 1 || decades > MOST_DECADES_WITH_MINOR_TICKS
        ? List.of()
        : powers(range, ALL_MANTISSAS, 1).stream().map(Tick::value).toList();
  }

  private static Tick power(int mantissa, int exponent, int longest) {
    double value = mantissa * Math.pow(10, exponent);
    boolean plain = exponent >= -3 && exponent <= longest;
    return new Tick(
        value, plain ? Numbers.fixed(value, Math.max(0, -exponent)) : Numbers.scientific(value, 0));
  }

  /** The multiples of a step from its first-fold to its last-fold. */
  private record Multiples(double step, double first, double last) {

    /** Tolerance in steps, so that 0.3 counts as a multiple of 0.1. */
    private static final double HAIR = 1e-9;

    static Multiples enclosing(Range range, double step) {
      return new Multiples(
          step, Math.floor(range.low() / step + HAIR), Math.ceil(range.high() / step - HAIR));
    }

    static Multiples within(Range range, double step) {
      return new Multiples(
          step, Math.ceil(range.low() / step - HAIR), Math.floor(range.high() / step + HAIR));
    }

    double count() {
      return last - first + 1;
    }

    List<Tick> ticks() {
      return LongStream.rangeClosed((long) first, (long) last)
          .mapToObj(i -> new Tick(i * step, label(i * step)))
          .collect(Collectors.toList());
    }

    private String label(double value) {
      int exponent = Numbers.exponent(step);
      if (value == 0) {
        return "0";
      }
      if (exponent >= -5 && Math.abs(value) < 1e7) {
        return Numbers.fixed(value, Math.max(0, -exponent));
      }
      return Numbers.scientific(value, Math.max(0, Numbers.exponent(Math.abs(value)) - exponent));
    }
  }
}
