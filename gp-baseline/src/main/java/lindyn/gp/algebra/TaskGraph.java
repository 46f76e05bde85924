package lindyn.gp.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tasks on numbered blocks of data that run in parallel as if they ran one after the other in the
 * order in which they were added: a task waits for those before it that write what it uses or use
 * what it writes, and for no others. So every block is changed by the same operations in the same
 * order, on any number of threads. Of the tasks that could start the one added first is taken.
 *
 * <p>A graph runs once.
 */
final class TaskGraph {

  private final List<Block> blocks;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Task> ready = new PriorityQueue<>();
  private int unfinished;
  private @Nullable Throwable failure;

  TaskGraph(int blockCount) {
    blocks = IntStream.range(0, blockCount).mapToObj(i -> new Block()).toList();
  }

  /**
   * Adds a task.
   *
   * @param work what to do
   * @param written the block that it changes
   * @param read the other blocks that it uses
   */
  void add(Runnable work, int written, int... read) {
    Task task = new Task(unfinished++, work);
    for (int block : read) {
      blocks.get(block).readBy(task);
    }
    blocks.get(written).writtenBy(task);
    if (task.missing == 0) {
      ready.add(task);
    }
  }

  /**
   * Runs the tasks, on as many threads as the pool has that this is called in. Where a task throws,
   * no other begins, and its exception is thrown here.
   */
  void run() {
    int threads =
        ForkJoinTask.inForkJoinPool()
            ? ForkJoinTask.getPool().getParallelism()
            : ForkJoinPool.getCommonPoolParallelism() + 1; // the caller works too
    IntStream.range(0, threads).parallel().forEach(thread -> runTasks());
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private void runTasks() {
    Task task = next(null);
    while (task != null) {
      try {
        task.work.run();
      } catch (RuntimeException | Error e) {
        fail(e);
        return;
      }
      task = next(task);
    }
  }

  private void fail(Throwable thrown) {
    lock.lock();
    try {
      failure = thrown;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a task that may run; returns null if none is left. */
  private @Nullable Task next(@Nullable Task finished) {
    lock.lock();
    try {
      if (finished != null) {
        release(finished);
      }
      while (ready.isEmpty() && unfinished > 0 && failure == null) {
        changed.awaitUninterruptibly();
      }
      return failure == null ? ready.poll() : null;
    } finally {
      lock.unlock();
    }
  }

  private void release(Task finished) {
    unfinished--;
    for (Task follower : finished.followers) {
      follower.missing--;
      if (follower.missing == 0) {
        ready.add(follower);
      }
    }
    if (ready.size() > 1 || unfinished == 0) {
      changed.signalAll();
    }
  }

  /** A task and those that wait for it. */
  private static final class Task implements Comparable<Task> {

    private final int place;
    private final Runnable work;
    private final List<Task> followers = new ArrayList<>();
    private int missing;

    Task(int place, Runnable work) {
      this.place = place;
      this.work = work;
    }

    void waitFor(Task earlier) {
      earlier.followers.add(this);
      missing++;
    }

    @Override
    public int compareTo(Task other) {
      return Integer.compare(place, other.place);
    }
  }

  /** What was added last about a block. */
  private static final class Block {

    private @Nullable Task writer;
    private final List<Task> readers = new ArrayList<>();

    void readBy(Task task) {
      if (writer != null) {
        task.waitFor(writer);
      }
      readers.add(task);
    }

    void writtenBy(Task task) {
      if (writer != null) {
        task.waitFor(writer);
      }
      readers.forEach(task::waitFor);
      readers.clear();
      writer = task;
    }
  }
}
