package lindyn.serve;

import java.io.IOException;
import java.util.Arrays;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Signals;

/** The rows of a motion, as they are read. */
final class MotionRows {

  private static final int FIRST_ROWS = 64;

  private final Signals signals;
  private float[] numbers;
  private int rows;

  private MotionRows(Signals signals) {
    this.signals = signals;
    numbers = new float[FIRST_ROWS * signals.inputs()];
  }

  /** Reads a motion of samples [q, qd, qdd, extra], the model's sampling period apart. */
  static Motion read(JsonReader json, Signals signals) throws IOException {
    var motion = new MotionRows(signals);
    json.readArray(() -> motion.add(json));
    return motion.motion();
  }

  private void add(JsonReader json) throws IOException {
    int size = rows * signals.inputs();
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    json.readNumbers(numbers, size, signals.inputs());
    rows++;
  }

  private Motion motion() {
    int joints = signals.joints();
    JointSeries.Rows all = JointSeries.rowsOf(numbers, rows, signals.inputs());
    return new Motion(
        "of the request",
        SampleTimes.every(signals.samplePeriod(), rows),
        all.columns(0, joints),
        all.columns(joints, joints),
        all.columns(2 * joints, joints),
        all.columns(3 * joints, signals.extraInputs().size()));
  }
}
