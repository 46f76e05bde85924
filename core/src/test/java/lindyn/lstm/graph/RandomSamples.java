package lindyn.lstm.graph;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import lindyn.data.SampleMatrix;
import lindyn.data.Standardizer;

/** Samples of random trajectories. */
final class RandomSamples {

  static final int JOINTS = 2;
  static final int INPUTS = 3 * JOINTS + 1;

  private RandomSamples() {}

  /**
   * Returns trajectories of so many time steps, with {@value #JOINTS} joints and an extra input.
   */
  static SampleMatrix of(int... timeSteps) {
    List<Trajectory> trajectories =
        IntStream.range(0, timeSteps.length)
            .mapToObj(i -> RandomTrajectory.of("t" + i, timeSteps[i], JOINTS, 1, i))
            .toList();
    return SampleMatrix.of(trajectories, identity(INPUTS), identity(JOINTS));
  }

  private static Standardizer identity(int columns) {
    return new Standardizer(
        Collections.nCopies(columns, 0.0),
        Collections.nCopies(columns, 1.0),
        Standardizer.UNLIMITED);
  }
}
