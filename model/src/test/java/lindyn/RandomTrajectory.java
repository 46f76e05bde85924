package lindyn;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes trajectories of uniform random numbers for tests. */
public final class RandomTrajectory {

  private RandomTrajectory() {}

  /** Signals of so many joints and extra inputs. */
  public static Signals signals(int joints, int extraInputs) {
    return new Signals(
        IntStream.range(0, joints).mapToObj(j -> "joint" + j).toList(),
        IntStream.range(0, extraInputs).mapToObj(i -> "extra" + i).toList(),
        Signals.NEWTON_METRE,
        0.01);
  }

  /** Returns a trajectory sampled every 0.01 s. */
  public static Trajectory of(String id, int timeSteps, int joints, int extraInputs, long seed) {
    var random = new SplittableRandom(seed);
    var motion =
        new Motion(
            id,
            SampleTimes.every(0.01, timeSteps),
            series(timeSteps, joints, random),
            series(timeSteps, joints, random),
            series(timeSteps, joints, random),
            series(timeSteps, extraInputs, random));
    return new Trajectory(motion, series(timeSteps, joints, random));
  }

  private static JointSeries series(int timeSteps, int columns, SplittableRandom random) {
    float[] rows = new float[timeSteps * columns];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextDouble(-1, 1);
    }
    return JointSeries.of(rows, timeSteps, columns);
  }
}
