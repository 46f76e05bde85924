package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  @ParameterizedTest(name = "{0} numbers")
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 255, 256, 257, 10_000})
  void holdsEveryNumberOnce(int size) {
    List<Integer> numbers = numbers(Permutation.random(size, new SplittableRandom(size)));

    assertEquals(IntStream.range(0, size).boxed().toList(), numbers.stream().sorted().toList());
  }

  @Test
  void isAnotherOneWithAnotherSeed() {
    List<Integer> one = numbers(Permutation.random(1000, new SplittableRandom(1)));

    assertEquals(one, numbers(Permutation.random(1000, new SplittableRandom(1))));
    assertNotEquals(one, numbers(Permutation.random(1000, new SplittableRandom(2))));
  }

  /** Each of 7 numbers stands at each of 7 places in a seventh of 7,000 permutations. */
  @Test
  void putsEveryNumberEverywhereEquallyOften() {
    int[][] counts = new int[7][7];
    var random = new SplittableRandom(3);
    for (int draw = 0; draw < 7000; draw++) {
      Permutation permutation = Permutation.random(7, random);
      IntStream.range(0, 7).forEach(i -> counts[i][permutation.at(i)]++);
    }

    for (int[] places : counts) {
      for (int count : places) {
        assertEquals(1000, count, 150); // five standard deviations of a binomial count
      }
    }
  }

  /**
   * Neighbours in a batch must come from far apart: their mean distance is a third of the range.
   */
  @Test
  void separatesNeighbours() {
    int size = 100_000;
    Permutation permutation = Permutation.random(size, new SplittableRandom(4));

    double distance =
        IntStream.range(1, size)
            .mapToDouble(i -> Math.abs(permutation.at(i) - permutation.at(i - 1)))
            .average()
            .orElseThrow();

    assertEquals(size / 3.0, distance, 0.01 * size); // its standard deviation is 0.1 % of the size
  }

  @Test
  void reachesTheLargestSizeWithoutMemory() {
    Permutation permutation = Permutation.random(Integer.MAX_VALUE, new SplittableRandom(5));

    for (int i : new int[] {0, 1, 1 << 30, Integer.MAX_VALUE - 1}) {
      assertTrue(permutation.at(i) >= 0 && permutation.at(i) < Integer.MAX_VALUE);
    }
  }

  @Test
  void theIdentityChangesNothing() {
    assertEquals(List.of(0, 1, 2, 3), numbers(Permutation.identity(4)));
  }

  private static List<Integer> numbers(Permutation permutation) {
    return IntStream.range(0, permutation.size()).mapToObj(permutation::at).toList();
  }
}
