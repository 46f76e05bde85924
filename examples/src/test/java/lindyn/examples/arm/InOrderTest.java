package lindyn.examples.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  @Test
  void handsResultsOnInOrder() throws IOException {
    List<Integer> results = new ArrayList<>();

    InOrder.run(1000, 4, piece -> piece * piece, (piece, result) -> results.add(result));

    assertEquals(IntStream.range(0, 1000).map(i -> i * i).boxed().toList(), results);
  }

  @Test
  void doesNotRunFarAhead() throws IOException {
    var started = new AtomicInteger();
    var handedOn = new AtomicInteger();

    InOrder.run(
        500,
        2,
        piece -> started.incrementAndGet(),
        (piece, result) ->
            assertTrue(started.get() <= handedOn.incrementAndGet() + 8, "after " + handedOn));

    assertEquals(500, started.get());
  }

  @Test
  void failuresOfTheWorkReachTheCaller() {
    var failure =
        assertThrows(
            CompletionException.class,
            () ->
                InOrder.run(
                    10,
                    2,
                    piece -> {
                      throw new IllegalStateException("piece " + piece);
                    },
                    (piece, result) -> {}));
    assertTrue(failure.getCause() instanceof IllegalStateException);
  }

  @Test
  void failuresOfTheSinkEndTheWork() {
    var started = new AtomicInteger();

    assertThrows(
        IOException.class,
        () ->
            InOrder.run(
                1000,
                2,
                piece -> started.incrementAndGet(),
                (piece, result) -> {
                  throw new IOException("full");
                }));
    assertTrue(started.get() <= 9);
  }
}
