package lindyn.bench.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.Trajectory;
import lindyn.data.DrawnSamples;

/**
 * Trajectories whose samples were dealt anew at random: the same samples, without their order.
 *
 * @param trajectories of the same names, times and lengths as before
 * @param places where each sample is now, by where it was, counted over all trajectories
 */
public record PermutedRows(List<Trajectory> trajectories, List<Integer> places) {

  /** Copies the lists. */
  public PermutedRows {
    trajectories = List.copyOf(trajectories);
    places = List.copyOf(places);
  }

  /** Deals samples. */
  public static PermutedRows of(List<Trajectory> trajectories, SplittableRandom random) {
    int samples = trajectories.stream().mapToInt(Trajectory::timeSteps).sum();
    int[] origins = IntStream.range(0, samples).toArray();
    Integer[] places = new Integer[samples];
    for (int i = samples - 1; i >= 0; i--) {
      int other = random.nextInt(i + 1);
      int origin = origins[other];
      origins[other] = origins[i];
      origins[i] = origin;
      places[origin] = i;
    }
    List<Trajectory> alone = DrawnSamples.of(trajectories, origins).windows(1);
    List<Trajectory> permuted = new ArrayList<>();
    int from = 0;
    for (Trajectory trajectory : trajectories) {
      permuted.add(filled(trajectory, alone.subList(from, from + trajectory.timeSteps())));
      from += trajectory.timeSteps();
    }
    return new PermutedRows(permuted, List.of(places));
  }

  /** Returns the same samples where they are now, in the order of their places. */
  DrawnSamples find(DrawnSamples drawn) {
    int[] found =
        IntStream.range(0, drawn.count()).map(i -> places.get(drawn.sample(i))).sorted().toArray();
    return DrawnSamples.of(trajectories, found);
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
