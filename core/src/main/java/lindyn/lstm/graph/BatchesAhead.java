package lindyn.lstm.graph;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Batches in a row, prepared on a thread of their own while those before them are used: several at
 * a time, since waking a thread takes as long as preparing a small batch. Owns the batches that are
 * ahead.
 */
final class BatchesAhead implements AutoCloseable {

  private static final int AT_A_TIME = 8;

  private final int count;
  private final IntFunction<FedBatch> batches;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BatchesAhead::daemon);
  private Prepared ready = new Prepared(new ArrayDeque<>(), null);
  private CompletableFuture<Prepared> ahead;
  private int begun;

  /**
   * Some batches in a row.
   *
   * @param batches those that have not been used
   * @param failure why the one after them could not be prepared, if it could not
   */
  private record Prepared(Queue<FedBatch> batches, @Nullable RuntimeException failure) {}

  /**
   * Begins with batch 0.
   *
   * @param count number of batches
   * @param batches prepares one; called in their order, on one other thread
   */
  BatchesAhead(int count, IntFunction<FedBatch> batches) {
    this.count = count;
    this.batches = batches;
    ahead = begin();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lindyn-batches");
    thread.setDaemon(true);
    return thread;
  }

  private CompletableFuture<Prepared> begin() {
    int from = begun;
    begun = Math.min(count, from + AT_A_TIME);
    int to = begun;
    return CompletableFuture.supplyAsync(() -> prepare(from, to), thread);
  }

  private Prepared prepare(int from, int to) {
    Queue<FedBatch> prepared = new ArrayDeque<>();
    try {
      for (int batch = from; batch < to; batch++) {
        prepared.add(batches.apply(batch));
      }
      return new Prepared(prepared, null);
    } catch (RuntimeException e) {
      return new Prepared(prepared, e);
    } catch (Error e) {
      prepared.forEach(FedBatch::close);
      throw e;
    }
  }

  /**
   * Returns the next batch, which the caller closes.
   *
   * @throws NoSuchElementException after the last one
   */
  FedBatch next() {
    if (ready.batches().isEmpty() && ready.failure() == null) {
      ready = ahead.join();
      ahead = begin();
    }
    if (ready.batches().isEmpty() && ready.failure() != null) {
      throw ready.failure();
    }
    return ready.batches().remove();
  }

  @Override
  public void close() {
    thread.shutdown();
    ready.batches().forEach(FedBatch::close);
    ahead.join().batches().forEach(FedBatch::close);
  }
}
