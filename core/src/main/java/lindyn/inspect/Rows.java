package lindyn.inspect;

import java.util.List;
import lindyn.Trajectory;

/** The current row of a walk through a log, and the two before it. */
final class Rows {

  private static final int KEPT = 3;

  private final Columns columns;
  private final float[][] ring;
  private final double[] times = new double[KEPT];
  private int timeStep;

  private Rows(Columns columns) {
    this.columns = columns;
    this.ring = new float[KEPT][columns.size()];
  }

  /** Walks once through all rows, in O(rows) time and O(columns) memory. */
  static void walk(List<Trajectory> trajectories, Columns columns, List<RowListener> listeners) {
    var rows = new Rows(columns);
    for (Trajectory trajectory : trajectories) {
      listeners.forEach(listener -> listener.begin(trajectory));
      for (int t = 0; t < trajectory.timeSteps(); t++) {
        rows.read(trajectory, t);
        for (RowListener listener : listeners) {
          listener.row(rows);
        }
      }
      listeners.forEach(listener -> listener.end(trajectory));
    }
  }

  private void read(Trajectory trajectory, int t) {
    timeStep = t;
    columns.copyRow(trajectory, t, ring[t % KEPT]);
    times[t % KEPT] = trajectory.motion().times().at(t);
  }

  /** Returns the place of the current row in its trajectory. */
  int timeStep() {
    return timeStep;
  }

  int columns() {
    return columns.size();
  }

  /** Returns a number of the row {@code back} rows ago; 0 is the current one. */
  float at(int back, int column) {
    return ring[(timeStep - back) % KEPT][column];
  }

  /** Returns when the row {@code back} rows ago was sampled, in s. */
  double time(int back) {
    return times[(timeStep - back) % KEPT];
  }

  /** Returns the time from the row before to the current one, in s. */
  double interval() {
    return time(0) - time(1);
  }

  /** Returns the change of a column from the row before to the current one. */
  double step(int column) {
    return (double) at(0, column) - at(1, column);
  }
}
