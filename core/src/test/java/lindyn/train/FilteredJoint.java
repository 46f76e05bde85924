package lindyn.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Provenance;
import lindyn.SampleTimes;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.LogData;
import lindyn.data.LogNotes;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Engine;
import lindyn.lstm.graph.UpdateRule;

/** One joint whose friction depends on its past: no model without a memory can predict it. */
public final class FilteredJoint {

  private static final Signals SIGNALS = new Signals(List.of("elbow"), List.of(), "N·m", 0.01);

  private FilteredJoint() {}

  /** Returns four trajectories for training, two for validation and one for testing. */
  public static Split split(int timeSteps) {
    return split(timeSteps, 1, 0);
  }

  /** Does the same with another friction, and other motions for another seed. */
  public static Split split(int timeSteps, double friction, int seed) {
    List<Trajectory> all =
        IntStream.range(0, 7)
            .mapToObj(i -> trajectory("t" + i, timeSteps, friction, seed + i))
            .toList();
    return new Split(all.subList(0, 4), all.subList(4, 6), all.subList(6, 7), List.of());
  }

  /** Returns settings of so many epochs with as much patience. */
  public static TrainingConfig config(int epochs) {
    return new TrainingConfig(
        new Limits(epochs, epochs, Limits.NO_TIME_LIMIT),
        16,
        new UpdateRule(new Adagrad(0.2, 0.1)),
        Schedule.CONSTANT,
        Device.ONE_THREAD,
        3,
        Engine.COMPILED,
        SequenceOrder.RANDOM);
  }

  public static TrainingResult train(LstmConfig network, TrainingConfig config, Split split) {
    return new Trainer(network, config).train(log(split), split, TrainingListener.SILENT);
  }

  /** Returns the log that a split is from. */
  public static LogData log(Split split) {
    return log(split, "log.csv");
  }

  static LogData log(Split split, String file) {
    return new LogData(
        SIGNALS, split.train(), List.of(new Provenance.Source(file, "00", 1)), LogNotes.NONE);
  }

  /** tau = k tanh(3 f) + sin q / 2, f the speed after a low-pass filter of five samples. */
  private static Trajectory trajectory(String id, int timeSteps, double friction, long seed) {
    var random = new SplittableRandom(seed);
    float[][] rows = new float[4][timeSteps];
    double filtered = 0;
    double speed = 0;
    double angle = 0;
    for (int t = 0; t < timeSteps; t++) {
      double before = speed;
      speed = 0.5 * speed + random.nextDouble(-1, 1);
      angle += 0.1 * speed;
      filtered += 0.2 * (speed - filtered);
      rows[0][t] = (float) angle;
      rows[1][t] = (float) speed;
      rows[2][t] = (float) (speed - before);
      rows[3][t] = (float) (friction * Math.tanh(3 * filtered) + 0.5 * Math.sin(angle));
    }
    var motion =
        new Motion(
            id,
            SampleTimes.every(0.01, timeSteps),
            JointSeries.of(rows[0], timeSteps, 1),
            JointSeries.of(rows[1], timeSteps, 1),
            JointSeries.of(rows[2], timeSteps, 1),
            JointSeries.of(new float[0], timeSteps, 0));
    return new Trajectory(motion, JointSeries.of(rows[3], timeSteps, 1));
  }
}
