package lindyn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import lindyn.Trajectory;

/** Some samples of trajectories, each at most once, in an order of their own. Immutable. */
public final class DrawnSamples {

  private final List<Trajectory> trajectories;
  private final int[] firsts;
  private final IntUnaryOperator order;
  private final int count;

  private DrawnSamples(List<Trajectory> trajectories, IntUnaryOperator order, int count) {
    this.trajectories = List.copyOf(trajectories);
    this.firsts = firsts(trajectories);
    this.order = order;
    this.count = count;
  }

  /**
   * Draws samples at random, without replacement.
   *
   * @param most how many, if there are so many
   * @throws IllegalArgumentException if there are more than 2³¹ samples to draw from
   */
  public static DrawnSamples random(
      List<Trajectory> trajectories, int most, SplittableRandom random) {
    Permutation order = Permutation.random(samples(trajectories), random);
    return new DrawnSamples(trajectories, order::at, Math.min(most, order.size()));
  }

  /**
   * Takes chosen samples.
   *
   * @param samples their numbers, in their order, counted over all trajectories from 0
   * @throws IllegalArgumentException if there are more than 2³¹ samples to choose from
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  public static DrawnSamples of(List<Trajectory> trajectories, int[] samples) {
    int all = samples(trajectories);
    Arrays.stream(samples).forEach(sample -> Objects.checkIndex(sample, all));
    int[] copy = samples.clone();
    return new DrawnSamples(trajectories, place -> copy[place], copy.length);
  }

  private static int samples(List<Trajectory> trajectories) {
    long samples = trajectories.stream().mapToLong(Trajectory::timeSteps).sum();
    if (samples > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("expected at most 2^31 samples, got " + samples);
    }
    return (int) samples;
  }

  private static int[] firsts(List<Trajectory> trajectories) {
    int[] firsts = new int[trajectories.size() + 1];
    for (int i = 0; i < trajectories.size(); i++) {
      firsts[i + 1] = firsts[i] + trajectories.get(i).timeSteps();
    }
    return firsts;
  }

  /** Returns how many were drawn. */
  public int count() {
    return count;
  }

  /** Returns the number of samples that they were drawn from. */
  public int of() {
    return firsts[trajectories.size()];
  }

  /** Returns the trajectories that they were drawn from. */
  public List<Trajectory> trajectories() {
    return trajectories;
  }

  /** Returns the number of the sample that was drawn at a place, counted over all trajectories. */
  public int sample(int place) {
    return order.applyAsInt(Objects.checkIndex(place, count));
  }

  /** Returns samples of the same numbers of trajectories of the same lengths. */
  public DrawnSamples in(List<Trajectory> others) {
    if (!Arrays.equals(firsts, firsts(others))) {
      throw new IllegalArgumentException("the trajectories have other lengths");
    }
    return new DrawnSamples(others, order, count);
  }

  /** Hears of a sample. */
  @FunctionalInterface
  public interface Visitor {

    /** Called for the drawn sample number {@code place}: time step t of a trajectory. */
    void visit(int place, Trajectory trajectory, int timeStep);
  }

  /** Visits the samples in the order in which they were drawn. */
  public void forEach(Visitor visitor) {
    for (int place = 0; place < count; place++) {
      int sample = order.applyAsInt(place);
      int trajectory = trajectoryOf(sample);
      visitor.visit(place, trajectories.get(trajectory), sample - firsts[trajectory]);
    }
  }

  /**
   * Returns the samples up to each of those that were drawn, as trajectories.
   *
   * @param timeSteps how many, unless the trajectory begins later; 1 for the samples alone
   */
  public List<Trajectory> windows(int timeSteps) {
    List<Trajectory> windows = new ArrayList<>();
    forEach(
        (place, trajectory, t) ->
            windows.add(trajectory.slice("drawn", Math.max(0, t + 1 - timeSteps), t + 1)));
    return List.copyOf(windows);
  }

  /** Trajectories without samples share their first sample with the next one. */
  private int trajectoryOf(int sample) {
    int found = Arrays.binarySearch(firsts, sample);
    int trajectory = found >= 0 ? found : -found - 2;
    while (firsts[trajectory + 1] == firsts[trajectory]) {
      trajectory++;
    }
    return trajectory;
  }
}
