package lindyn.linear;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;

/**
 * At most so many samples of trajectories: one of each of equally long stretches, at a random place
 * in it. A fixed stride would meet the same few phases of trajectories that are equally long.
 */
final class ThinnedSamples {

  private static final long SEED = 1;

  private final List<Trajectory> trajectories;
  private final int stretch;

  /** Takes all samples if there are no more than {@code most}. */
  ThinnedSamples(List<Trajectory> trajectories, int most) {
    this.trajectories = trajectories;
    long samples = trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
    stretch = (int) ((samples + most - 1) / most);
  }

  /** Hears of a sample. */
  interface Visitor {

    /** Called for time step t of trajectory i. */
    void visit(int i, int t);
  }

  /** Visits the samples in order; the same ones at every call. */
  void forEach(Visitor visitor) {
    var random = new SplittableRandom(SEED);
    long first = 0;
    long beginOfStretch = 0;
    long next = random.nextInt(stretch);
    for (int i = 0; i < trajectories.size(); i++) {
      long end = first + trajectories.get(i).timeSteps();
      while (next < end) {
        visitor.visit(i, (int) (next - first));
        beginOfStretch += stretch;
        next = beginOfStretch + random.nextInt(stretch);
      }
      first = end;
    }
  }
}
