package lindyn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Trajectory;

/** Trajectories whose samples were dealt anew at random: the same samples, without their order. */
final class PermutedRows {

  private PermutedRows() {}

  static List<Trajectory> of(List<Trajectory> trajectories, SplittableRandom random) {
    List<Trajectory> samples = new ArrayList<>();
    for (Trajectory trajectory : trajectories) {
      for (int t = 0; t < trajectory.timeSteps(); t++) {
        samples.add(trajectory.slice(trajectory.id(), t, t + 1));
      }
    }
    for (int i = samples.size() - 1; i > 0; i--) {
      samples.set(i, samples.set(random.nextInt(i + 1), samples.get(i)));
    }
    List<Trajectory> permuted = new ArrayList<>();
    int from = 0;
    for (Trajectory trajectory : trajectories) {
      permuted.add(filled(trajectory, samples.subList(from, from + trajectory.timeSteps())));
      from += trajectory.timeSteps();
    }
    return permuted;
  }

  /** The trajectory's times with other samples. */
  private static Trajectory filled(Trajectory trajectory, List<Trajectory> samples) {
    List<Motion> motions = samples.stream().map(Trajectory::motion).toList();
    var motion =
        new Motion(
            trajectory.id(),
            trajectory.motion().times(),
            joined(motions.stream().map(Motion::q).toList()),
            joined(motions.stream().map(Motion::qd).toList()),
            joined(motions.stream().map(Motion::qdd).toList()),
            joined(motions.stream().map(Motion::extra).toList()));
    return new Trajectory(motion, joined(samples.stream().map(Trajectory::tau).toList()));
  }

  private static JointSeries joined(List<JointSeries> rows) {
    int columns = rows.get(0).joints();
    float[] numbers = new float[rows.size() * columns];
    for (int row = 0; row < rows.size(); row++) {
      rows.get(row).copyRow(0, numbers, row * columns);
    }
    return JointSeries.of(numbers, rows.size(), columns);
  }
}
