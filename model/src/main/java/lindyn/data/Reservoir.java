package lindyn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;

/**
 * A bounded random choice of the windows or sequences of all trajectories so far, however many they
 * are: each of them is in it with the same probability (Vitter 1985, "Random sampling with a
 * reservoir", algorithm R). With a larger capacity than before, later ones are more probable.
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
    List<Trajectory> chosen = new ArrayList<>(atMost(capacity, random).pieces);
    long count = seen;
    for (Trajectory trajectory : trajectories) {
      for (int from = 0; from < trajectory.timeSteps(); from += history.scoredSteps()) {
        Trajectory piece = piece(trajectory, from + history.scoredSteps(), history);
        offer(piece, chosen, ++count, capacity, random);
      }
    }
    return new Reservoir(chosen, count);
  }

  /** Chooses among the pieces if they are more than a capacity. */
  public Reservoir atMost(int capacity, SplittableRandom random) {
    List<Trajectory> chosen = new ArrayList<>(pieces);
    while (chosen.size() > capacity) {
      chosen.remove(random.nextInt(chosen.size()));
    }
    return new Reservoir(chosen, seen);
  }

  /**
   * Chooses among the pieces and a further one.
   *
   * @param piece the samples that one window or sequence sees
   * @param capacity number of pieces that are kept at most
   * @param random decides
   */
  public Reservoir plus(Trajectory piece, int capacity, SplittableRandom random) {
    List<Trajectory> chosen = new ArrayList<>(pieces);
    offer(piece, chosen, seen + 1, capacity, random);
    return new Reservoir(chosen, seen + 1);
  }

  /** Takes the piece in with the probability that all that were seen have. */
  private static void offer(
      Trajectory piece, List<Trajectory> chosen, long seen, int capacity, SplittableRandom random) {
    if (chosen.size() < capacity) {
      chosen.add(piece);
      return;
    }
    long place = random.nextLong(seen);
    if (place < chosen.size()) {
      chosen.set((int) place, piece);
    }
  }

  /** The samples that a window or sequence sees which ends before a time step. */
  private static Trajectory piece(Trajectory trajectory, int end, History history) {
    int to = Math.min(end, trajectory.timeSteps());
    return trajectory.slice(trajectory.id(), Math.max(0, to - history.timeSteps()), to);
  }
}
