package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lindyn.RandomTrajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParallelStreamsTest {

  /** Random trajectories, some without samples, and as many places as there may be. */
  private record Case(SampleMatrix samples, History history, int places, long seed) {

    static Case of(long seed) {
      var random = new SplittableRandom(seed);
      int timeSteps = random.nextInt(1, 12);
      var history = new History.Stream(timeSteps, random.nextInt(timeSteps));
      int longest = random.nextInt(2, 60);
      int[] lengths = random.ints(random.nextInt(1, 12), 0, longest).toArray();
      lengths[0]++; // one sample at least
      int most = SequenceIndex.covering(matrix(lengths), history).size();
      return new Case(matrix(lengths), history, random.nextInt(1, Math.min(most, 20) + 1), seed);
    }

    ParallelStreams streams() {
      return ParallelStreams.shuffled(samples, history, places, new SplittableRandom(seed));
    }

    ParallelStreams whole() {
      return ParallelStreams.whole(samples, history, places);
    }

    /** Returns the row of a sequence's first step. */
    int firstRow(Sequence sequence) {
      return sequence.end() + 1 - history.timeSteps();
    }
  }

  private static SampleMatrix matrix(int... lengths) {
    return SampleMatrix.of(
        IntStream.range(0, lengths.length)
            .mapToObj(i -> RandomTrajectory.of("t" + i, lengths[i], 1, 0, i))
            .toList(),
        identity(3),
        identity(1));
  }

  private static Standardizer identity(int columns) {
    return new Standardizer(
        Collections.nCopies(columns, 0.0),
        Collections.nCopies(columns, 1.0),
        Standardizer.UNLIMITED);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everySampleIsScoredOnceAndEveryBatchScoresOne(long seed) {
    var setting = Case.of(seed);

    assertScoresEachSampleOnce(setting, setting.streams());
    assertScoresEachSampleOnce(setting, setting.whole());
  }

  private static void assertScoresEachSampleOnce(Case setting, ParallelStreams streams) {
    int[] scored = new int[setting.samples().rows()];
    for (int number = 0; number < streams.batches(); number++) {
      List<Sequence> batch = streams.batch(number);
      assertEquals(streams.places(), batch.size());
      assertTrue(batch.stream().anyMatch(sequence -> sequence.scoredSamples() > 0));
      for (Sequence sequence : batch) {
        int end = sequence.scoredFrom() + sequence.scoredSamples();
        for (int row = sequence.scoredFrom(); row < end; row++) {
          assertTrue(row >= setting.firstRow(sequence) && row <= sequence.end());
          scored[row]++;
        }
      }
    }

    int[] once = new int[scored.length];
    Arrays.fill(once, 1);
    assertArrayEquals(once, scored);
  }

  /** With the borders of trajectories on those of sequences, and a warm-up where one begins. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sequencesGoOnWhereThoseBeforeThemEnd(long seed) {
    var setting = Case.of(seed);

    assertGoesOn(setting, setting.streams());
    assertGoesOn(setting, setting.whole());
  }

  private static void assertGoesOn(Case setting, ParallelStreams streams) {
    for (int number = 0; number < streams.batches(); number++) {
      for (int place = 0; place < streams.places(); place++) {
        Sequence sequence = streams.batch(number).get(place);
        if (sequence.goesOn()) {
          Sequence before = streams.batch(number - 1).get(place);
          assertEquals(before.end() + 1, setting.firstRow(sequence));
          assertEquals(before.start(), sequence.start());
          assertEquals(before.last(), sequence.last());
        } else if (sequence.scoredSamples() > 0) {
          int lead = sequence.scoredFrom() - setting.firstRow(sequence);
          assertTrue(lead >= setting.history().firstScored());
        }
        int trajectory = trajectoryOf(setting.samples(), sequence.start());
        int start = setting.samples().firstRow(trajectory);
        assertEquals(start, sequence.start());
        assertTrue(sequence.last() < start + setting.samples().timeSteps(trajectory));
      }
    }
  }

  private static int trajectoryOf(SampleMatrix samples, int row) {
    return IntStream.range(0, samples.trajectories())
        .filter(i -> samples.firstRow(i) <= row && row < samples.firstRow(i) + samples.timeSteps(i))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void takesHardlyMoreBatchesThanWithoutCuts(long seed) {
    var setting = Case.of(seed);
    int timeSteps = setting.history().timeSteps();
    int pieces =
        IntStream.range(0, setting.samples().trajectories())
            .map(setting.samples()::timeSteps)
            .filter(samples -> samples > 0)
            .map(n -> (setting.history().firstScored() + n + timeSteps - 1) / timeSteps)
            .sum();

    // The ring's cut and one at the end of each place cost a piece each at most.
    int most = (pieces + 1 + setting.places() + setting.places() - 1) / setting.places();
    assertTrue(setting.streams().batches() <= most);
  }

  /** Just the warm-up comes before a whole trajectory, and nothing else is in its place. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void wholeTrajectoriesBeginAsInPrediction(long seed) {
    var setting = Case.of(seed);
    ParallelStreams streams = setting.whole();

    List<Sequence> first =
        IntStream.range(0, streams.batches())
            .mapToObj(streams::batch)
            .flatMap(List::stream)
            .filter(sequence -> sequence.scoredSamples() > 0 && !sequence.goesOn())
            .toList();

    for (Sequence sequence : first) {
      int lead = sequence.scoredFrom() - setting.firstRow(sequence);
      assertEquals(setting.history().firstScored(), lead);
      assertEquals(sequence.start(), sequence.scoredFrom());
    }
    assertEquals(
        IntStream.range(0, setting.samples().trajectories())
            .filter(i -> setting.samples().timeSteps(i) > 0)
            .count(),
        first.size());
  }

  @Test
  void hasNoBatchBehindTheLast() {
    ParallelStreams streams = Case.of(1).streams();

    assertThrows(IndexOutOfBoundsException.class, () -> streams.batch(streams.batches()));
  }

  @Test
  void everyEpochCutsElsewhere() {
    SampleMatrix samples = matrix(50);
    var history = new History.Stream(10, 3);
    var random = new SplittableRandom(1);

    List<Sequence> first = ParallelStreams.shuffled(samples, history, 2, random).batch(0);
    List<Sequence> second = ParallelStreams.shuffled(samples, history, 2, random).batch(0);

    assertNotEquals(first, second);
  }
}
