package lindyn.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lindyn.Checks;

/**
 * Threads that work side by side.
 *
 * @param threads how many
 */
public record Crew(int threads) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public Crew {
    Checks.positive(threads, "jobs");
  }

  /**
   * Does the same to all things and returns what came out, in their order. After a failure nothing
   * more is begun; it is thrown when what was begun has ended.
   */
  <T, R> List<R> map(List<T> things, Function<T, R> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    var failed = new AtomicBoolean();
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (T thing : things) {
        futures.add(pool.submit(() -> unlessFailed(failed, thing, work)));
      }
      return results(futures);
    } finally {
      pool.shutdown();
    }
  }

  private static <T, R> R unlessFailed(AtomicBoolean failed, T thing, Function<T, R> work) {
    if (failed.get()) {
      throw new IllegalStateException("another thread has failed"); // which is what the user hears
    }
    try {
      return work.apply(thing);
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    }
  }

  /** Waits for all, even after a failure. */
  private static <R> List<R> results(List<Future<R>> futures) {
    List<R> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<R> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while others were at work", e);
      }
    }
    if (!failures.isEmpty()) {
      throw first(failures);
    }
    return results;
  }

  /** Things are begun in their order, so the first failure is a true one. */
  private static RuntimeException first(List<Throwable> failures) {
    Throwable first = failures.get(0);
    if (first instanceof Error error) {
      throw error;
    }
    return first instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("threads throw no other exceptions", first);
  }
}
