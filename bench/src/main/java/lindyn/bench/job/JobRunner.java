package lindyn.bench.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs jobs that have no outcome yet: those whose outcome is no time on all cores, then the others
 * one by one.
 */
public final class JobRunner {

  private final OutcomeFiles files;
  private final int threads;
  private final JobListener listener;
  private double done;
  private double all;

  /**
   * Takes what is common to all jobs.
   *
   * @param files where outcomes are kept
   * @param threads how many jobs run at the same time
   * @param listener hears how far they are
   */
  public JobRunner(OutcomeFiles files, int threads, JobListener listener) {
    this.files = files;
    this.threads = threads;
    this.listener = listener;
  }

  /**
   * Runs jobs, and returns the outcomes of all that have one, old and new; jobs that failed or were
   * not begun are missing.
   *
   * @param jobs several of the same labels are one
   */
  public Map<Labels, Outcome> run(List<Job> jobs) {
    Map<Labels, Outcome> outcomes = new ConcurrentHashMap<>();
    Map<Labels, Job> open = new LinkedHashMap<>();
    for (Job job : jobs) {
      files
          .find(job)
          .ifPresentOrElse(
              outcome -> outcomes.put(job.labels(), outcome), () -> open.put(job.labels(), job));
    }
    List<Job> together = open.values().stream().filter(job -> !job.isTimed()).toList();
    List<Job> alone = open.values().stream().filter(Job::isTimed).toList();
    done = 0;
    all = open.values().stream().mapToDouble(this::seconds).sum();
    run(together, threads, outcomes);
    run(alone, 1, outcomes);
    return Map.copyOf(outcomes);
  }

  /** Long jobs first, so that no core waits for the last one. */
  private void run(List<Job> jobs, int atOnce, Map<Labels, Outcome> outcomes) {
    List<Job> longFirst = new ArrayList<>(jobs);
    longFirst.sort((a, b) -> Double.compare(b.cost(), a.cost()));
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<?>> running = new ArrayList<>();
      longFirst.forEach(job -> running.add(workers.submit(() -> run(job, outcomes))));
      for (Future<?> job : running) {
        join(job);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static void join(Future<?> job) {
    try {
      job.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while jobs ran", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void run(Job job, Map<Labels, Outcome> outcomes) {
    if (listener.isStopRequested()) {
      return;
    }
    try {
      Outcome outcome = job.run();
      files.keep(job, outcome);
      outcomes.put(job.labels(), outcome);
    } catch (RuntimeException | OutOfMemoryError e) {
      synchronized (this) {
        listener.onFailure(job, e);
      }
    }
    synchronized (this) {
      done += seconds(job);
      listener.onDone(done, all);
    }
  }

  private double seconds(Job job) {
    return job.isTimed() ? job.cost() : job.cost() / threads;
  }
}
