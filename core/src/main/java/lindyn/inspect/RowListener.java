package lindyn.inspect;

import lindyn.Trajectory;

/** Sees every row of a log once, trajectory by trajectory. */
interface RowListener {

  /** Called before the first row of a trajectory. */
  default void begin(Trajectory trajectory) {}

  /** Called for each row. */
  void row(Rows rows);

  /** Called after the last row of a trajectory. */
  default void end(Trajectory trajectory) {}
}
