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

  /** Adds a sample; returns a piece if one is complete. */
  Optional<Trajectory> add(float[] input, float[] tau, boolean beginsMotion) {
    if (beginsMotion) {
      rows = new float[0];
      fresh = 0;
    }
    append(input, tau);
    if (++fresh < history.scoredSteps()) {
      return Optional.empty();
    }
    fresh = 0;
    return Optional.of(piece());
  }

  private void append(float[] input, float[] tau) {
    int kept = Math.min(rows.length, (history.timeSteps() - 1) * columns);
    float[] next = Arrays.copyOfRange(rows, rows.length - kept, rows.length + columns);
    System.arraycopy(input, 0, next, kept, input.length);
    System.arraycopy(tau, 0, next, kept + input.length, tau.length);
    rows = next;
  }

  private Trajectory piece() {
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
