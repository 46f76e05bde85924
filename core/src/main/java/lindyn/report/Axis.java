package lindyn.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What an axis of a chart means.
 *
 * @param label the quantity and its unit
 * @param kind how numbers are laid out on it
 */
public record Axis(String label, Kind kind) {

  /** How numbers are laid out on an axis. */
  public enum Kind {
    /** Equal distances are equal differences. */
    LINEAR,
    /** Like linear, with ticks at whole numbers only. */
    COUNT,
    /** Equal distances are equal ratios; numbers that are not positive are left out. */
    LOGARITHMIC
  }

  /** Returns a linear axis. */
  public static Axis linear(String label) {
    return new Axis(label, Kind.LINEAR);
  }

  /** Returns a linear axis of whole numbers. */
  public static Axis count(String label) {
    return new Axis(label, Kind.COUNT);
  }

  /** Returns a logarithmic axis. */
  public static Axis logarithmic(String label) {
    return new Axis(label, Kind.LOGARITHMIC);
  }

  /** Returns a scale that ends where the numbers end, for the horizontal axis. */
  Scale tight(DoubleStream values, int atMostTicks) {
    if (kind == Kind.LOGARITHMIC) {
      Range range = Range.ofPositive(values);
      return new Scale.Logarithmic(range, Ticks.logarithmic(range, atMostTicks));
    }
    Range range = Range.of(values);
    // A tick just outside is worth the space: an axis to 19.99 s should end at 20.
    return linear(range.widened(0.005), range, atMostTicks);
  }

  /** Returns a scale with a little room above and below the numbers, for small charts. */
  Scale padded(DoubleStream values, int atMostTicks) {
    if (kind == Kind.LOGARITHMIC) {
      return roomy(values, atMostTicks);
    }
    Range range = Range.of(values).widened(0.06);
    return linear(range, range, atMostTicks);
  }

  private Scale linear(Range forTicks, Range forValues, int atMostTicks) {
    List<Tick> ticks = Ticks.within(forTicks, atMostTicks, kind == Kind.COUNT ? 1 : 0);
    DoubleStream ends = DoubleStream.of(forValues.low(), forValues.high());
    Range range = Range.of(DoubleStream.concat(ends, ticks.stream().mapToDouble(Tick::value)));
    return new Scale.Linear(range, ticks);
  }

  /** Returns a scale that ends at ticks above and below the numbers, for the vertical axis. */
  Scale roomy(DoubleStream values, int atMostTicks) {
    if (kind == Kind.LOGARITHMIC) {
      Range range = Range.ofPositive(values).widenedByFactor(0.05);
      return new Scale.Logarithmic(range, Ticks.logarithmic(range, atMostTicks));
    }
    List<Tick> ticks = Ticks.enclosing(Range.of(values), atMostTicks);
    double low = ticks.get(0).value();
    double high = ticks.get(ticks.size() - 1).value();
    return new Scale.Linear(new Range(low, high), ticks);
  }
}
