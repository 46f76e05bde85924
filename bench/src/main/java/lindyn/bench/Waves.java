package lindyn.bench;

import java.util.List;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import lindyn.data.SampleMatrix;
import lindyn.data.Standardizer;

/** Sine waves in the shape of the paper's data: 15 inputs and 5 joints, without any meaning. */
final class Waves {

  private static final int JOINTS = 5;

  private Waves() {}

  static SampleMatrix samples(int count) {
    JointSeries none = JointSeries.of(new float[0], count, 0);
    var motion =
        new Motion(
            "waves",
            SampleTimes.every(0.01, count),
            waves(count, 0),
            waves(count, 1),
            waves(count, 2),
            none);
    var trajectory = new Trajectory(motion, waves(count, 3));
    return SampleMatrix.of(
        List.of(trajectory),
        Standardizer.zScore(List.of(motion.inputSeries())),
        Standardizer.zScore(List.of(trajectory.tau())));
  }

  private static JointSeries waves(int count, int phase) {
    float[] values = new float[count * JOINTS];
    for (int t = 0; t < count; t++) {
      for (int joint = 0; joint < JOINTS; joint++) {
        values[t * JOINTS + joint] = (float) Math.sin(0.01 * t * (1 + 0.37 * joint) + phase);
      }
    }
    return JointSeries.of(values, count, JOINTS);
  }
}
