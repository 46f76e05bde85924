package lindyn.gp;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lindyn.Checks;

/**
 * Adds up parts that are computed in parallel, in the same order on any number of threads: half of
 * the parts plus the other half, so that few sums are alive at a time.
 *
 * @param <S> what is added up
 * @param part computes the part of this number; called on several threads
 * @param plus adds the second sum to the first, which it may change
 */
record OrderedSum<S>(IntFunction<S> part, BinaryOperator<S> plus) {

  /**
   * Returns the sum of the first parts.
   *
   * @throws IllegalArgumentException if there are none
   */
  S of(int parts) {
    return of(0, Checks.positive(parts, "parts"));
  }

  private S of(int first, int end) {
    if (end - first == 1) {
      return part.apply(first);
    }
    int middle = (first + end) >>> 1;
    List<S> halves =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(half -> half == 0 ? of(first, middle) : of(middle, end))
            .toList();
    return plus.apply(halves.get(0), halves.get(1));
  }
}
