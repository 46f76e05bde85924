package lindyn.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleQueueTest {

  private static boolean offer(SampleQueue queue, int number) {
    return queue.offer(new float[] {number, -number}, new float[] {2 * number}, number % 7 == 0);
  }

  private static String text(float[] input, float[] tau, boolean begins) {
    return (int) input[0] + " " + (int) input[1] + " " + (int) tau[0] + " " + begins;
  }

  @Test
  void holdsAsManyAsItSays() {
    var queue = new SampleQueue(2, 2, 1);

    assertTrue(offer(queue, 1));
    assertTrue(offer(queue, 2));
    assertFalse(offer(queue, 3));
    assertTrue(queue.poll((input, tau, begins) -> assertEquals(1, input[0])));
    assertTrue(offer(queue, 4));
    assertTrue(queue.poll((input, tau, begins) -> assertEquals(2, input[0])));
    assertTrue(queue.poll((input, tau, begins) -> assertEquals(4, input[0])));
    assertFalse(queue.poll((input, tau, begins) -> {}));
  }

  @Test
  void keepsTheOrderBetweenThreads() {
    int count = 200_000;
    var queue = new SampleQueue(64, 2, 1);
    List<String> received = new ArrayList<>();

    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              while (received.size() < count) {
                if (!queue.poll((input, tau, begins) -> received.add(text(input, tau, begins)))) {
                  Thread.onSpinWait();
                }
              }
            });
    for (int number = 0; number < count; number++) {
      while (!offer(queue, number)) {
        Thread.onSpinWait();
      }
    }
    other.join();

    assertEquals(
        IntStream.range(0, count)
            .mapToObj(n -> n + " " + -n + " " + 2 * n + " " + (n % 7 == 0))
            .toList(),
        received);
  }
}
