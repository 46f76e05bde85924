package lindyn.online;

import java.util.Arrays;
import java.util.Optional;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.History;

/**
 * Cuts a stream of samples into the pieces that a network learns from: each has the last T samples
 * of its motion, or all if they are fewer, and the last ones of them are new.
 */
final class MotionPieces {

  private final Signals signals;
  private final History history;
  private final int columns;

  /** The motion's last rows of inputs and torques, oldest first. */
  private float[] rows = new float[0];

  private int fresh;
  private long count;

  MotionPieces(Signals signals, History history) {
    this.signals = signals;
    this.history = history;
    columns = signals.inputs() + signals.joints();
  }

  /** Adds a sample of the motion; returns a piece if one is complete. */
  Optional<Trajectory> add(float[] input, float[] tau) {
    append(input, tau);
    return ++fresh < history.scoredSteps() ? Optional.empty() : Optional.of(piece());
  }

  /**
   * Ends the motion; returns a piece if there are new samples. The samples before them, as many as
   * a piece scores, are scored once more.
   */
  Optional<Trajectory> end() {
    Optional<Trajectory> rest = fresh == 0 ? Optional.empty() : Optional.of(piece());
    rows = new float[0];
    return rest;
  }

  private void append(float[] input, float[] tau) {
    int kept = Math.min(rows.length, (history.timeSteps() - 1) * columns);
    float[] next = Arrays.copyOfRange(rows, rows.length - kept, rows.length + columns);
    System.arraycopy(input, 0, next, kept, input.length);
    System.arraycopy(tau, 0, next, kept + input.length, tau.length);
    rows = next;
  }

  private Trajectory piece() {
    fresh = 0;
    int timeSteps = rows.length / columns;
    int joints = signals.joints();
    JointSeries.Rows all = JointSeries.rowsOf(rows, timeSteps, columns);
    var motion =
        new Motion(
            "piece " + ++count,
            SampleTimes.every(signals.samplePeriod(), timeSteps),
            all.columns(0, joints),
            all.columns(joints, joints),
            all.columns(2 * joints, joints),
            all.columns(3 * joints, signals.extraInputs().size()));
    return new Trajectory(motion, all.columns(signals.inputs(), joints));
  }
}
