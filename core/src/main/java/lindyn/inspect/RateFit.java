package lindyn.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The line through the origin, change = slope · integral, that fits with the least sum of absolute
 * errors; its slope is the median of the ratios, weighted by the integrals. Outliers do not move
 * it.
 *
 * @param slope 1 if the column is the derivative that it should be; NaN if it never moves
 * @param explained share of the changes' absolute sum that the line explains, at most 1
 */
record RateFit(double slope, double explained) {

  /** A change of a quantity over a stretch of rows, and the integral of its supposed rate. */
  record Pair(double change, double integral) {

    double ratio() {
      return change / integral;
    }
  }

  static RateFit of(List<Pair> pairs) {
    List<Pair> ordered =
        pairs.stream()
            .filter(pair -> pair.integral() != 0)
            .sorted(Comparator.comparingDouble(Pair::ratio))
            .toList();
    double weight = ordered.stream().mapToDouble(pair -> Math.abs(pair.integral())).sum();
    double changes = pairs.stream().mapToDouble(pair -> Math.abs(pair.change())).sum();
    double slope = Double.NaN;
    double passed = 0;
    for (int i = 0; i < ordered.size() && passed < weight / 2; i++) {
      passed += Math.abs(ordered.get(i).integral());
      slope = ordered.get(i).ratio();
    }
    if (Double.isNaN(slope) || changes == 0) {
      return new RateFit(Double.NaN, 0);
    }
    double fitted = slope;
    double errors =
        pairs.stream().mapToDouble(p -> Math.abs(p.change() - fitted * p.integral())).sum();
    return new RateFit(slope, 1 - errors / changes);
  }

  /** Pairs up changes of one column with integrals of another. */
  static RateFit of(Stretches stretches, int change, int rate) {
    return of(
        IntStream.range(0, stretches.size())
            .mapToObj(i -> new Pair(stretches.change(i, change), stretches.integral(i, rate)))
            .toList());
  }
}
