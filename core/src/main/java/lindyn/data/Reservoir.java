package lindyn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.Trajectory;

/**
 * A bounded random choice of the windows or sequences of all trajectories so far, however many they
 * are: each of them is in it with the same probability (Vitter 1985, "Random sampling with a
 * reservoir", algorithm R).
 *
 * @param pieces the samples that each chosen window or sequence sees; those of a trajectory's
 *     beginning may be shorter than the others
 * @param seen how many windows or sequences it was chosen from
 */
public record Reservoir(List<Trajectory> pieces, long seen) {

  /** Nothing was seen yet. */
  public static final Reservoir EMPTY = new Reservoir(List.of(), 0);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are more pieces than were seen
   */
  public Reservoir {
    pieces = List.copyOf(pieces);
    if (pieces.size() > seen) {
      throw new IllegalArgumentException(
          "a reservoir of " + pieces.size() + " pieces cannot have seen only " + seen);
    }
  }

  /**
   * Chooses among the pieces and those of further trajectories. Cost: O(samples / scored steps);
   * pieces are views of their trajectories.
   *
   * @param trajectories further trajectories; those without samples have no piece
   * @param history what a piece is
   * @param capacity number of pieces that are kept at most
   * @param random decides
   */
  public Reservoir plus(
      List<Trajectory> trajectories, History history, int capacity, SplittableRandom random) {
    List<Trajectory> chosen = new ArrayList<>(pieces);
    while (chosen.size() > capacity) {
      chosen.remove(random.nextInt(chosen.size()));
    }
    long count = seen;
    for (Trajectory trajectory : trajectories) {
      for (int from = 0; from < trajectory.timeSteps(); from += history.scoredSteps()) {
        count++;
        long place = chosen.size() < capacity ? chosen.size() : random.nextLong(count);
        if (place < capacity) {
          put(chosen, (int) place, piece(trajectory, from + history.scoredSteps(), history));
        }
      }
    }
    return new Reservoir(chosen, count);
  }

  private static void put(List<Trajectory> pieces, int place, Trajectory piece) {
    if (place == pieces.size()) {
      pieces.add(piece);
    } else {
      pieces.set(place, piece);
    }
  }

  /** The samples that a window or sequence sees which ends before a time step. */
  private static Trajectory piece(Trajectory trajectory, int end, History history) {
    int to = Math.min(end, trajectory.timeSteps());
    return trajectory.slice(trajectory.id(), Math.max(0, to - history.timeSteps()), to);
  }

  /**
   * Returns the windows or sequences that the pieces are of.
   *
   * @param samples has the pieces as consecutive trajectories
   * @param first the trajectory that the first piece is
   * @param history what a piece is
   */
  public List<Sequence> sequences(SampleMatrix samples, int first, History history) {
    return IntStream.range(first, first + pieces.size())
        .mapToObj(
            i -> {
              int start = samples.firstRow(i);
              return Sequence.of(start + samples.timeSteps(i) - 1, start, history);
            })
        .toList();
  }
}
