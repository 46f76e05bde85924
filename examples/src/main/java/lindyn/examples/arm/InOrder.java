package lindyn.examples.arm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Does numbered pieces of work on several threads and hands their results on in order. Only a few
 * pieces per thread are ahead of the one handed on, so memory does not grow with their number.
 */
final class InOrder {

  private static final int PIECES_PER_THREAD = 4;

  private InOrder() {}

  /** Receives the results, on the thread that waits for them. */
  @FunctionalInterface
  interface Sink<T> {
    void accept(int piece, T result) throws IOException;
  }

  /**
   * Does the pieces 0 to count − 1.
   *
   * @throws IOException if the sink does
   */
  static <T> void run(int count, int threads, IntFunction<T> work, Sink<T> sink)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Queue<CompletableFuture<T>> ahead = new ArrayDeque<>();
      int limit = PIECES_PER_THREAD * threads;
      int started = 0;
      for (int done = 0; done < count; done++) {
        for (; started < count && ahead.size() < limit; started++) {
          int piece = started;
          ahead.add(CompletableFuture.supplyAsync(() -> work.apply(piece), pool));
        }
        sink.accept(done, result(ahead.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(CompletableFuture<T> piece) {
    try {
      return piece.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error; // such as no memory: as if the work had been done here
      }
      throw e;
    }
  }
}
