package lindyn.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedSumTest {

  private static final OrderedSum<String> TREE =
      new OrderedSum<>(Integer::toString, (first, second) -> "(" + first + " " + second + ")");

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void addsHalvesInOrder(int threads) {
    assertEquals("((0 (1 2)) ((3 4) (5 6)))", SparseExample.onThreads(threads, () -> TREE.of(7)));
  }

  @Test
  void onePartIsTheSum() {
    assertEquals("0", TREE.of(1));
  }

  @Test
  void ofNothingThereIsNoSum() {
    assertThrows(IllegalArgumentException.class, () -> TREE.of(0));
  }
}
