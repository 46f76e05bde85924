package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceIndexTest {

  private static final History.Window WINDOW = new History.Window(7);
  private static final History.Stream STREAM = new History.Stream(10, 3);

  static Stream<Arguments> historiesAndSeeds() {
    List<History> histories =
        List.of(
            new History.Window(1),
            WINDOW,
            STREAM,
            new History.Stream(8, 0),
            new History.Stream(5, 4),
            new History.Stream(50, 10)); // scores more steps than any trajectory has
    return histories.stream()
        .flatMap(
            history -> LongStream.rangeClosed(1, 10).mapToObj(seed -> Arguments.of(history, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void endsAndBeginsInOneTrajectory(History history, long seed) {
    SampleMatrix samples = matrix(randomTrajectories(seed));
    SequenceIndex covering = SequenceIndex.covering(samples, history);
    SequenceIndex shuffled =
        SequenceIndex.shuffled(samples, history, new SplittableRandom(seed + 100));

    for (SequenceIndex index : List.of(covering, shuffled)) {
      for (int i = 0; i < index.size(); i++) {
        int first = index.get(i).start();
        int trajectory =
            IntStream.range(0, samples.trajectories())
                .filter(k -> samples.firstRow(k) == first)
                .findFirst()
                .orElseThrow();
        int last = first + samples.timeSteps(trajectory) - 1;
        assertTrue(index.get(i).end() >= first && index.get(i).end() <= last, "sequence " + i);
      }
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void coveringScoresEverySampleOnceOrTwice(History history, long seed) {
    SampleMatrix samples = matrix(randomTrajectories(seed));

    int[] scores = scores(samples, history, SequenceIndex.covering(samples, history));

    int most = history instanceof History.Window ? 1 : 2; // neighbouring sequences may overlap
    assertTrue(Arrays.stream(scores).allMatch(n -> n >= 1 && n <= most), Arrays.toString(scores));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void countsTheSequencesThatCover(History history, long seed) {
    List<Trajectory> trajectories = randomTrajectories(seed);
    SampleMatrix samples = matrix(trajectories);

    int count = SequenceIndex.count(trajectories, history);

    assertEquals(count, SequenceIndex.covering(samples, history).size());
    assertEquals(
        count, SequenceIndex.shuffled(samples, history, new SplittableRandom(seed)).size());
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void shufflingLeavesNoSampleOutForEver(History history, long seed) {
    SampleMatrix samples = matrix(randomTrajectories(seed));
    var random = new SplittableRandom(seed);
    int[] scores = new int[samples.rows()];

    for (int epoch = 0; epoch < 30; epoch++) {
      int[] more = scores(samples, history, SequenceIndex.shuffled(samples, history, random));
      Arrays.setAll(scores, row -> scores[row] + more[row]);
    }

    assertTrue(Arrays.stream(scores).allMatch(n -> n > 0), Arrays.toString(scores));
  }

  @Test
  void shuffledWindowsAreAPermutation() {
    SampleMatrix samples = matrix(randomTrajectories(3));
    SequenceIndex ordered = SequenceIndex.covering(samples, WINDOW);

    SequenceIndex shuffled = SequenceIndex.shuffled(samples, WINDOW, new SplittableRandom(4));

    assertNotEquals(ends(ordered), ends(shuffled));
    assertEquals(ends(ordered), ends(shuffled).stream().sorted().toList());
  }

  @Test
  void shufflingMovesSequences() {
    SampleMatrix samples = matrix(List.of(RandomTrajectory.of("long", 700, 1, 0, 1)));
    SequenceIndex ordered = SequenceIndex.covering(samples, STREAM);

    List<Integer> moved =
        ends(SequenceIndex.shuffled(samples, STREAM, new SplittableRandom(5))).stream()
            .sorted()
            .toList();

    assertNotEquals(ends(ordered), moved);
    for (int i = 0; i < moved.size(); i++) {
      // a jitter of half the 7 scored steps, on both of two neighbours, and rounding
      assertEquals(ordered.get(i).end(), moved.get(i), 8);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("historiesAndSeeds")
  void shufflesAlikeWithOneSeed(History history, long seed) {
    SampleMatrix samples = matrix(randomTrajectories(seed));

    SequenceIndex one = SequenceIndex.shuffled(samples, history, new SplittableRandom(seed));
    SequenceIndex same = SequenceIndex.shuffled(samples, history, new SplittableRandom(seed));

    assertEquals(one, same);
  }

  @Test
  void shufflesOtherwiseWithAnotherSeed() {
    SampleMatrix samples = matrix(randomTrajectories(1));

    SequenceIndex one = SequenceIndex.shuffled(samples, WINDOW, new SplittableRandom(1));
    SequenceIndex other = SequenceIndex.shuffled(samples, WINDOW, new SplittableRandom(2));

    assertNotEquals(ends(one), ends(other));
  }

  @Test
  void spreadsSequencesEvenlyOverATrajectory() {
    // 7 of 10 steps count, and 7 + 7 + 7 are 3 more than there are
    SampleMatrix samples = matrix(lengths(5, 18));

    SequenceIndex index = SequenceIndex.covering(samples, STREAM);

    assertEquals(List.of(4, 5 + 6, 5 + 12, 5 + 17), ends(index));
    assertEquals(
        List.of(0, 5, 5, 5), IntStream.range(0, 4).mapToObj(i -> index.get(i).start()).toList());
  }

  @Test
  void sequencesAreInAList() {
    SequenceIndex index = SequenceIndex.covering(matrix(lengths(2, 3)), WINDOW);

    assertEquals(
        List.of(new Sequence(1, 0, 1), new Sequence(2, 2, 2), new Sequence(3, 2, 3)),
        index.subList(1, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> index.get(5));
    assertThrows(IndexOutOfBoundsException.class, () -> index.get(-1));
  }

  /** How often each row is scored, a repeated first sample counting once. */
  private static int[] scores(SampleMatrix samples, History history, SequenceIndex index) {
    int[] scores = new int[samples.rows()];
    int scored = history.timeSteps() - history.firstScored();
    for (int i = 0; i < index.size(); i++) {
      for (int row = Math.max(index.get(i).start(), index.get(i).end() - scored + 1);
          row <= index.get(i).end();
          row++) {
        scores[row]++;
      }
    }
    return scores;
  }

  private static List<Integer> ends(SequenceIndex index) {
    return IntStream.range(0, index.size()).mapToObj(i -> index.get(i).end()).toList();
  }

  /** Two to six trajectories of 1 to 40 samples. */
  private static List<Trajectory> randomTrajectories(long seed) {
    var random = new SplittableRandom(seed);
    return lengths(random.ints(random.nextInt(2, 7), 1, 41).toArray());
  }

  private static List<Trajectory> lengths(int... timeSteps) {
    return IntStream.range(0, timeSteps.length)
        .mapToObj(i -> RandomTrajectory.of("t" + i, timeSteps[i], 1, 0, i))
        .toList();
  }

  private static SampleMatrix matrix(List<Trajectory> trajectories) {
    return SampleMatrix.of(
        trajectories,
        new Standardizer(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), Standardizer.UNLIMITED),
        new Standardizer(List.of(0.0), List.of(1.0), Standardizer.UNLIMITED));
  }
}
