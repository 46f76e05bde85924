package lindyn.bench.job;

/** A piece of work that depends on no other. */
public interface Job {

  /**
   * Returns what tells it from all others. In one folder jobs of the same labels have the same
   * outcome.
   */
  Labels labels();

  /**
   * Returns everything else that the outcome depends on, in words: an outcome of other settings is
   * not that of this job.
   */
  String settings();

  /** Returns about how long it takes, in s of one core; for the estimate of the time left. */
  double cost();

  /** Tells whether its outcome is a time, so that nothing else may run meanwhile. */
  boolean isTimed();

  /** Does the work. */
  Outcome run();
}
