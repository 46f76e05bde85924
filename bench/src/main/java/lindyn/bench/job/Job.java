package lindyn.bench.job;

/** A piece of work that depends on no other. */
public interface Job {

  /** Returns what tells it from all others. Jobs of the same labels have the same outcome. */
  Labels labels();

  /** Returns about how long it takes, in s of one core; for the estimate of the time left. */
  double cost();

  /** Tells whether its outcome is a time, so that nothing else may run meanwhile. */
  boolean isTimed();

  /** Does the work. */
  Outcome run();
}
