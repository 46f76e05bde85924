package lindyn.bench.job;

/** Hears how far the jobs are. Called by one thread at a time. */
public interface JobListener {

  /**
   * Called after each job.
   *
   * @param done seconds of the clock that the jobs done so far were expected to take
   * @param all seconds that all jobs of this call were expected to take
   */
  void onDone(double done, double all);

  /** Called when a job failed, also for want of memory; the others go on. */
  void onFailure(Job job, Throwable failure);

  /** Returns whether no further job is to begin. */
  boolean isStopRequested();
}
