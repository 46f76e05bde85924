package lindyn.gp.model;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import lindyn.data.Permutation;

/** Samples of trajectories in random order, without replacement; no more than so many. */
final class DrawnSamples {

  private final List<Trajectory> trajectories;
  private final long[] firsts;
  private final Permutation order;
  private final int count;

  /**
   * Draws samples.
   *
   * @throws IllegalArgumentException if there are more than 2³¹ samples to draw from
   */
  DrawnSamples(List<Trajectory> trajectories, int most, SplittableRandom random) {
    this.trajectories = List.copyOf(trajectories);
    firsts = new long[trajectories.size() + 1];
    for (int i = 0; i < trajectories.size(); i++) {
      firsts[i + 1] = firsts[i] + trajectories.get(i).timeSteps();
    }
    long samples = firsts[trajectories.size()];
    if (samples > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("expected at most 2^31 samples, got " + samples);
    }
    order = Permutation.random((int) samples, random);
    count = (int) Math.min(most, samples);
  }

  int count() {
    return count;
  }

  /** Returns the number of samples that they were drawn from. */
  long of() {
    return order.size();
  }

  /** Hears of a sample. */
  interface Visitor {

    /** Called for the drawn sample number {@code place}: time step t of a trajectory. */
    void visit(int place, Trajectory trajectory, int timeStep);
  }

  /** Visits the samples in the order in which they were drawn. */
  void forEach(Visitor visitor) {
    for (int place = 0; place < count; place++) {
      int sample = order.at(place);
      int trajectory = trajectoryOf(sample);
      visitor.visit(place, trajectories.get(trajectory), (int) (sample - firsts[trajectory]));
    }
  }

  /** Trajectories without samples share their first sample with the next one. */
  private int trajectoryOf(long sample) {
    int found = Arrays.binarySearch(firsts, sample);
    int trajectory = found >= 0 ? found : -found - 2;
    while (firsts[trajectory + 1] == firsts[trajectory]) {
      trajectory++;
    }
    return trajectory;
  }
}
