package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class ReservoirTest {

  private static final History STREAM = new History.Stream(10, 4);
  private static final History WINDOW = new History.Window(3);

  private static List<Trajectory> trajectories(int... timeSteps) {
    return IntStream.range(0, timeSteps.length)
        .mapToObj(i -> RandomTrajectory.of("t" + i, timeSteps[i], 1, 0, i))
        .toList();
  }

  private static Reservoir of(List<Trajectory> all, History history, int capacity, long seed) {
    return Reservoir.EMPTY.plus(all, history, capacity, new SplittableRandom(seed));
  }

  @Test
  void keepsAllPiecesThatFit() {
    List<Trajectory> all = trajectories(14, 0, 5);

    Reservoir reservoir = of(all, STREAM, 100, 1);

    assertEquals(
        List.of(
            all.get(0).slice("t0", 0, 6), // scored from its first sample on
            all.get(0).slice("t0", 2, 12),
            all.get(0).slice("t0", 4, 14),
            all.get(2).slice("t2", 0, 5)),
        reservoir.pieces());
    assertEquals(4, reservoir.seen());
  }

  @Test
  void piecesScoreWhatTheyStandFor() {
    Reservoir reservoir = of(trajectories(14, 5), STREAM, 100, 1);
    SampleMatrix samples =
        SampleMatrix.of(reservoir.pieces(), identity(3), identity(1)); // of 6, 10, 10 and 5 samples

    assertEquals(
        List.of(
            new Sequence(5, 0, 0),
            new Sequence(15, 6, 10),
            new Sequence(25, 16, 20),
            new Sequence(30, 26, 26)),
        samples.lastSequences(0, 4, STREAM));
  }

  private static Standardizer identity(int columns) {
    return new Standardizer(
        Collections.nCopies(columns, 0.0),
        Collections.nCopies(columns, 1.0),
        Standardizer.UNLIMITED);
  }

  /** 40 windows come in two parts, and 10 of them are kept: a binomial of 4000 draws at 1/4. */
  @Test
  void allHaveTheSameChance() {
    List<Trajectory> first = trajectories(25);
    List<Trajectory> further = List.of(RandomTrajectory.of("further", 15, 1, 0, 9));
    int[] kept = new int[40];

    for (int seed = 0; seed < 4000; seed++) {
      var random = new SplittableRandom(seed);
      Reservoir reservoir =
          Reservoir.EMPTY.plus(first, WINDOW, 10, random).plus(further, WINDOW, 10, random);
      assertEquals(10, reservoir.pieces().size());
      assertEquals(40, reservoir.seen());
      reservoir.pieces().forEach(piece -> kept[number(piece, first.get(0), further.get(0))]++);
    }

    // 1000 expected, standard deviation 27
    assertTrue(Arrays.stream(kept).allMatch(n -> Math.abs(n - 1000) < 5 * 27), text(kept));
  }

  /** The number of a window: its last sample. */
  private static int number(Trajectory piece, Trajectory first, Trajectory further) {
    boolean isFirst = piece.id().equals("t0");
    Trajectory whole = isFirst ? first : further;
    float last = piece.tau().at(piece.timeSteps() - 1, 0);
    int step =
        IntStream.range(0, whole.timeSteps())
            .filter(t -> whole.tau().at(t, 0) == last)
            .findFirst()
            .orElseThrow();
    return isFirst ? step : 25 + step;
  }

  private static String text(int[] numbers) {
    return Arrays.toString(numbers);
  }

  @Test
  void oneSeedChoosesTheSame() {
    assertEquals(of(trajectories(90), STREAM, 4, 7), of(trajectories(90), STREAM, 4, 7));
  }

  @Test
  void aSmallerReservoirForgetsPieces() {
    Reservoir large = of(trajectories(90), STREAM, 9, 1);

    Reservoir small = large.plus(List.of(), STREAM, 4, new SplittableRandom(2));

    assertEquals(4, small.pieces().size());
    assertTrue(large.pieces().containsAll(small.pieces()));
    assertEquals(large.seen(), small.seen());
  }

  @Test
  void refusesMorePiecesThanWereSeen() {
    assertThrows(IllegalArgumentException.class, () -> new Reservoir(trajectories(5, 5), 1));
  }
}
