package lindyn.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Checks;

/** One setting of a space, and the values that it may have; immutable. */
public sealed interface Dimension {

  /** Returns the setting's name. */
  String name();

  /** Draws a value. */
  String draw(SplittableRandom random);

  /** Returns the values in words, such as "8,16,32" or "0.05..0.8". */
  String values();

  /**
   * Some values, each as likely as the others.
   *
   * @param name the setting
   * @param choices its values
   */
  record Choice(String name, List<String> choices) implements Dimension {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no value, or one occurs twice
     */
    public Choice {
      choices = List.copyOf(choices);
      if (choices.isEmpty() || new LinkedHashSet<>(choices).size() < choices.size()) {
        throw new IllegalArgumentException(
            name + " needs at least one value, and each once, got " + choices);
      }
    }

    @Override
    public String draw(SplittableRandom random) {
      return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String values() {
      return String.join(",", choices);
    }
  }

  /**
   * An interval of positive numbers, in which equal ratios are equally likely.
   *
   * @param name the setting
   * @param low the least value
   * @param high the greatest value
   * @param grain which numbers of the interval
   */
  record Range(String name, BigDecimal low, BigDecimal high, Grain grain) implements Dimension {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    /** Which numbers of an interval can be drawn. */
    public enum Grain {
      /** Whole numbers. */
      WHOLE,
      /** Numbers of three digits. */
      THREE_DIGITS
    }

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if they are not positive, or the high one is not greater
     */
    public Range {
      Checks.positive(low.doubleValue(), "lower end of " + name);
      Checks.positive(high.doubleValue(), "upper end of " + name);
      if (low.compareTo(high) >= 0) {
        throw new IllegalArgumentException(
            "the upper end of " + name + " must be greater than " + low + ", got " + high);
      }
    }

    @Override
    public String draw(SplittableRandom random) {
      double from = StrictMath.log(low.doubleValue());
      double to = StrictMath.log(high.doubleValue());
      var exact = BigDecimal.valueOf(StrictMath.exp(from + random.nextDouble() * (to - from)));
      BigDecimal rounded =
          switch (grain) {
            case WHOLE -> exact.setScale(0, RoundingMode.HALF_EVEN);
            case THREE_DIGITS -> exact.round(THREE_DIGITS);
          };
      return rounded.max(low).min(high).stripTrailingZeros().toPlainString();
    }

    @Override
    public String values() {
      return low.toPlainString() + ".." + high.toPlainString();
    }
  }
}
