package lindyn.report;

import java.util.List;

/** Maps the numbers of one axis to places on it. */
sealed interface Scale {

  /** Returns the place of a number from 0 (low end) to 1; NaN where it has none. */
  double fraction(double value);

  /** Returns the ticks, in increasing order. */
  List<Tick> ticks();

  /** Returns where there are faint lines between the ticks. */
  default List<Double> minorTicks() {
    return List.of();
  }

  /** Equal distances are equal differences. */
  record Linear(Range range, List<Tick> ticks) implements Scale {

    @Override
    public double fraction(double value) {
      return Double.isFinite(value)
          ? (value - range.low()) / (range.high() - range.low())
          : Double.NaN;
    }
  }

  /** Equal distances are equal ratios; numbers that are not positive have no place. */
  record Logarithmic(Range range, List<Tick> ticks) implements Scale {

    @Override
    public double fraction(double value) {
      return value > 0 && Double.isFinite(value)
          ? Math.log(value / range.low()) / Math.log(range.high() / range.low())
          : Double.NaN;
    }

    @Override
    public List<Double> minorTicks() {
      return Ticks.minor(range);
    }
  }
}
