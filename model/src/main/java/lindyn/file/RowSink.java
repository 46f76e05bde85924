package lindyn.file;

/** Receives the rows of a log, one trajectory after the other. */
public interface RowSink {

  /** Starts a trajectory. */
  void begin(String id);

  /**
   * Adds a row to the trajectory.
   *
   * @param time when it was sampled, in s
   * @param numbers in the order q, qd, qdd, extra, tau; the caller may reuse the array
   */
  void add(double time, float[] numbers);

  /** Ends the trajectory, which has at least one row. */
  void end();
}
