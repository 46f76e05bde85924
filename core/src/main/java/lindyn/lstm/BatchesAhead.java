package lindyn.lstm;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Batches in a row, each of them prepared on a thread of its own while the one before it is used.
 * Owns the batch that is ahead.
 */
final class BatchesAhead implements AutoCloseable {

  private final int count;
  private final IntFunction<FedBatch> batches;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BatchesAhead::daemon);
  private final Queue<CompletableFuture<FedBatch>> ahead = new ArrayDeque<>();
  private int begun;

  /**
   * Begins with batch 0.
   *
   * @param count number of batches
   * @param batches prepares one; called in their order, on one other thread
   */
  BatchesAhead(int count, IntFunction<FedBatch> batches) {
    this.count = count;
    this.batches = batches;
    begin();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lindyn-batches");
    thread.setDaemon(true);
    return thread;
  }

  private void begin() {
    if (begun < count) {
      int batch = begun++;
      ahead.add(CompletableFuture.supplyAsync(() -> batches.apply(batch), thread));
    }
  }

  /**
   * Returns the next batch, which the caller closes, and begins the one after it.
   *
   * @throws NoSuchElementException after the last one
   */
  FedBatch next() {
    FedBatch batch = completed(ahead.remove());
    begin();
    return batch;
  }

  /** Waits; throws what the preparation has thrown. */
  private static FedBatch completed(CompletableFuture<FedBatch> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    ahead.forEach(future -> future.thenAccept(FedBatch::close).exceptionally(e -> null).join());
  }
}
