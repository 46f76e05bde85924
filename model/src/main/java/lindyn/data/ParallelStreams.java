package lindyn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.Trajectory;

/**
 * Trajectories from end to end in the parallel places of a batch, so that a state can be carried
 * along them. Every sample is scored once. Immutable.
 *
 * <p>A trajectory is cut into pieces of T steps, which follow each other in one place of successive
 * batches. Its first piece begins with at least as many steps that are not scored as the history's
 * warm-up: repetitions of the first sample, as in prediction. Their number is random, as far as
 * that costs no further piece, so that each epoch cuts elsewhere.
 *
 * <p>Trajectories in random order fill one place after the other. What does not fit into a place
 * goes on in the next one as a part of its own, after the samples before it as warm-up (the
 * wrap-around rule of McNaughton 1959): so all places have the same number of pieces, but for the
 * last ones.
 */
public final class ParallelStreams {

  private final int timeSteps;
  private final int batches;
  private final int places;
  private final List<Part> parts;
  private final int[] firstPieces;

  private ParallelStreams(int timeSteps, int batches, int places, List<Part> parts) {
    this.timeSteps = timeSteps;
    this.batches = batches;
    this.places = places;
    this.parts = parts;
    firstPieces = parts.stream().mapToInt(Part::firstPiece).toArray();
  }

  /**
   * A part of a trajectory in one place; most are whole trajectories.
   *
   * @param start row of the trajectory's first sample
   * @param from row of the part's first sample
   * @param last row of its last one
   * @param lead steps before its first sample
   * @param firstPiece number of its first piece, counted through all places
   * @param pieces number of its pieces
   */
  private record Part(int start, int from, int last, int lead, int firstPiece, int pieces) {

    /** Returns piece i, from 0. */
    Sequence piece(int i, int timeSteps) {
      int end = from - lead + (i + 1) * timeSteps - 1;
      return new Sequence(end, start, Math.max(from, end + 1 - timeSteps), last, i > 0);
    }
  }

  /**
   * Draws an order.
   *
   * @param samples the trajectories
   * @param history tells the length T of a piece, and of the warm-up
   * @param places sequences in a batch
   */
  public static ParallelStreams shuffled(
      SampleMatrix samples, History history, int places, SplittableRandom random) {
    Permutation order = Permutation.random(samples.trajectories(), random);
    var ring = new Ring(samples, history, order, random.nextInt(samples.rows()));
    int uncut = ring.fill(Integer.MAX_VALUE, random).used;
    int batches = (uncut + places - 1) / places;
    Filling filling = ring.fill(batches, random);
    while (filling.used > batches * places) { // seldom and once: a cut costs a piece at most
      batches++;
      filling = ring.fill(batches, random);
    }
    return new ParallelStreams(history.timeSteps(), batches, places, filling.parts);
  }

  /**
   * Takes whole trajectories, as a model predicts them: each begins with the warm-up and is not
   * cut. The longest come first, so that those that are side by side are about as long.
   *
   * @param samples the trajectories
   * @param history tells the length T of a piece, and of the warm-up
   * @param mostPlaces sequences in a batch, unless there are fewer trajectories
   */
  public static ParallelStreams whole(SampleMatrix samples, History history, int mostPlaces) {
    List<Integer> longestFirst =
        IntStream.range(0, samples.trajectories())
            .filter(i -> samples.timeSteps(i) > 0)
            .boxed()
            .sorted(Comparator.comparing(samples::timeSteps, Comparator.reverseOrder()))
            .toList();
    int places = Math.min(mostPlaces, longestFirst.size());
    List<Integer> firstBatches = new ArrayList<>(List.of(0));
    for (int i = 0; i < longestFirst.size(); i += places) {
      int longest = pieces(samples.timeSteps(longestFirst.get(i)), history);
      firstBatches.add(firstBatches.get(i / places) + longest);
    }
    int batches = firstBatches.get(firstBatches.size() - 1);
    List<Part> parts = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      for (int i = place; i < longestFirst.size(); i += places) {
        int start = samples.firstRow(longestFirst.get(i));
        int scored = samples.timeSteps(longestFirst.get(i));
        int firstPiece = place * batches + firstBatches.get(i / places);
        int pieces = pieces(scored, history);
        parts.add(
            new Part(start, start, start + scored - 1, history.firstScored(), firstPiece, pieces));
      }
    }
    return new ParallelStreams(history.timeSteps(), batches, places, parts);
  }

  /** Returns the number of pieces of uncut trajectories. */
  public static int count(List<Trajectory> trajectories, History history) {
    return trajectories.stream()
        .mapToInt(Trajectory::timeSteps)
        .filter(timeSteps -> timeSteps > 0)
        .map(timeSteps -> pieces(timeSteps, history))
        .sum();
  }

  private static int pieces(int scored, History history) {
    int timeSteps = history.timeSteps();
    return (int) (((long) history.firstScored() + scored + timeSteps - 1) / timeSteps);
  }

  /**
   * All samples, from one of them on: so even a single trajectory is cut elsewhere in each epoch.
   *
   * @param samples the trajectories
   * @param history tells the length T of a piece, and of the warm-up
   * @param order of the trajectories
   * @param begin row of the first sample
   */
  private record Ring(SampleMatrix samples, History history, Permutation order, int begin) {

    /** Fills places of so many pieces each. */
    Filling fill(int batches, SplittableRandom random) {
      var filling = new Filling(history, batches, random);
      int cut = samples.trajectoryOf(begin);
      int first = samples.firstRow(cut);
      filling.add(first, begin, first + samples.timeSteps(cut));
      for (int i = 0; i < order.size(); i++) {
        if (order.at(i) != cut) {
          int start = samples.firstRow(order.at(i));
          filling.add(start, start, start + samples.timeSteps(order.at(i)));
        }
      }
      filling.add(first, first, begin);
      return filling;
    }
  }

  /** Parts that fill places one after the other. */
  private static final class Filling {

    private final History history;
    private final int batches;
    private final SplittableRandom random;
    private final List<Part> parts = new ArrayList<>();
    private int used;

    Filling(History history, int batches, SplittableRandom random) {
      this.history = history;
      this.batches = batches;
      this.random = random;
    }

    /** Adds the rows {@code [begin, end)} of the trajectory that begins at {@code start}. */
    void add(int start, int begin, int end) {
      int from = begin;
      while (from < end) {
        Part part = part(start, from, end);
        parts.add(part);
        used += part.pieces();
        from = part.last() + 1;
      }
    }

    /** Returns as large a part as there is room for in a place. */
    private Part part(int start, int from, int end) {
      int timeSteps = history.timeSteps();
      int warmUp = history.firstScored();
      long room = (long) (batches - used % batches) * timeSteps - warmUp;
      int scored = (int) Math.min(end - from, room);
      int pieces = pieces(scored, history);
      int most = (int) Math.min(timeSteps - 1, (long) pieces * timeSteps - scored);
      int lead = random.nextInt(warmUp, most + 1);
      return new Part(start, from, from + scored - 1, lead, used, pieces);
    }
  }

  /** Returns the number of sequences in a batch. */
  public int places() {
    return places;
  }

  /** Returns the number of batches. */
  public int batches() {
    return batches;
  }

  /**
   * Returns a batch: the next piece of each place, and sequences that score nothing where there is
   * none; one at least scores a sample.
   *
   * @param number from 0
   * @throws IndexOutOfBoundsException if there is no such batch
   */
  public List<Sequence> batch(int number) {
    Objects.checkIndex(number, batches);
    return IntStream.range(0, places).mapToObj(place -> piece(place * batches + number)).toList();
  }

  private Sequence piece(int number) {
    int found = Arrays.binarySearch(firstPieces, number);
    Part part = parts.get(found >= 0 ? found : -found - 2);
    int i = number - part.firstPiece();
    return i < part.pieces() ? part.piece(i, timeSteps) : Sequence.unscored();
  }
}
