package lindyn.gp.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskGraphTest {

  /** A chain of sums and products shows in its result in which order it was computed. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void resultsAreThoseOfOneTaskAfterTheOther(long seed) {
    long[] parallel = IntStream.range(0, 6).asLongStream().toArray();
    long[] sequential = parallel.clone();
    var random = new SplittableRandom(seed);
    var graph = new TaskGraph(6);
    for (int task = 0; task < 2000; task++) {
      int written = random.nextInt(6);
      int first = (written + 1 + random.nextInt(5)) % 6;
      int second = (written + 1 + random.nextInt(5)) % 6;
      graph.add(() -> mix(parallel, written, first, second), written, first, second);
      mix(sequential, written, first, second);
    }

    new ForkJoinPool(4).submit(graph::run).join();

    assertArrayEquals(sequential, parallel);
  }

  private static void mix(long[] blocks, int written, int first, int second) {
    blocks[written] = 31 * blocks[written] + blocks[first] * 7 + blocks[second];
  }

  @Test
  void independentTasksRunAtTheSameTime() {
    var both = new CountDownLatch(2);
    var graph = new TaskGraph(3);
    for (int block = 0; block < 2; block++) {
      graph.add(() -> meet(both), block, 2); // what both read keeps neither waiting
    }

    new ForkJoinPool(2).submit(graph::run).join();

    assertEquals(0, both.getCount());
  }

  private static void meet(CountDownLatch others) {
    others.countDown();
    try {
      others.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theTaskAddedFirstRunsFirst() {
    List<Integer> order = new ArrayList<>();
    var graph = new TaskGraph(3);
    graph.add(() -> order.add(0), 0);
    graph.add(() -> order.add(1), 1, 0);
    graph.add(() -> order.add(2), 2);

    new ForkJoinPool(1).submit(graph::run).join();

    assertEquals(List.of(0, 1, 2), order);
  }

  @Test
  void aFailureEndsItAndIsThrown() {
    var failure = new IllegalStateException("no");
    var later = new AtomicInteger();
    var graph = new TaskGraph(1);
    graph.add(
        () -> {
          throw failure;
        },
        0);
    graph.add(later::incrementAndGet, 0);

    var thrown = assertThrows(IllegalStateException.class, graph::run);

    assertSame(failure, thrown);
    assertEquals(0, later.get());
  }

  @Test
  void anErrorEndsItAndIsThrown() {
    var graph = new TaskGraph(1);
    graph.add(
        () -> {
          throw new OutOfMemoryError("as a test");
        },
        0);

    assertThrows(OutOfMemoryError.class, graph::run);
  }

  @Test
  void nothingToDoIsDone() {
    new TaskGraph(1).run();
  }
}
