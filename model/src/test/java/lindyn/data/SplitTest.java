package lindyn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

  private static final Comparator<Trajectory> BY_ID =
      Comparator.comparingInt(trajectory -> Integer.parseInt(trajectory.id()));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void putsEveryTrajectoryIntoExactlyOnePart(long seed) {
    var random = new SplittableRandom(seed);
    int[] lengths = random.ints(random.nextInt(3, 40), 1, 500).toArray();
    List<Trajectory> trajectories = trajectories(lengths);

    Split split = Split.random(trajectories, 0.15, 0.2, seed);

    List<Trajectory> all = new ArrayList<>(split.train());
    all.addAll(split.validation());
    all.addAll(split.test());
    assertEquals(trajectories, all.stream().sorted(BY_ID).toList());
    assertEquals(List.of(), split.leftOut());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void meetsTheFractionsToHalfATrajectory(long seed) {
    List<Trajectory> trajectories = trajectories(IntStream.generate(() -> 100).limit(37).toArray());

    Split split = Split.random(trajectories, 0.15, 0.2, seed);

    assertEquals(0.15 * 3700, samples(split.validation()), 50); // half of a trajectory
    assertEquals(0.2 * 3700, samples(split.test()), 50); // half of a trajectory
  }

  @Test
  void doesNotTestOnALongTrajectoryWhenShortOnesFitBetter() {
    List<Trajectory> trajectories = trajectories(10_000, 100, 100, 100, 100);

    for (long seed = 0; seed < 20; seed++) {
      Split split = Split.random(trajectories, 0.02, 0.02, seed);

      assertTrue(split.train().contains(trajectories.get(0)), "seed " + seed);
    }
  }

  @Test
  void givesEveryPartATrajectoryHoweverSmallItsFraction() {
    Split split = Split.random(trajectories(100, 100, 100), 1e-6, 1e-6, 5);

    assertEquals(1, split.train().size());
    assertEquals(1, split.validation().size());
    assertEquals(1, split.test().size());
  }

  @Test
  void dependsOnTheSeedAlone() {
    List<Trajectory> trajectories = trajectories(IntStream.range(10, 30).toArray());
    Split split = Split.random(trajectories, 0.2, 0.2, 1);

    assertEquals(split, Split.random(trajectories, 0.2, 0.2, 1));
    assertNotEquals(split, Split.random(trajectories, 0.2, 0.2, 2));
  }

  @Test
  void cutsASingleTrajectoryInTime() {
    Trajectory trajectory = RandomTrajectory.of("1", 1000, 2, 0, 3);

    Split split = Split.random(List.of(trajectory), 0.1, 0.2, 42);

    assertEquals(
        List.of("1[0..700)", "1[700..800)", "1[800..1000)"),
        Stream.of(split.train(), split.validation(), split.test())
            .map(part -> part.get(0).id())
            .toList());
    assertEquals(trajectory.tau().slice(800, 1000), split.test().get(0).tau());
  }

  @Test
  void cutsBothOfTwoTrajectories() {
    Split split = Split.random(trajectories(100, 10), 0.1, 0.1, 42);

    assertEquals(List.of(80, 8), lengths(split.train()));
    assertEquals(List.of(10, 1), lengths(split.validation()));
    assertEquals(List.of(10, 1), lengths(split.test()));
  }

  @ParameterizedTest
  @CsvSource({"3, 0.1, 0.1", "4, 0.45, 0.45", "5, 0.9, 0.09", "5, 0.09, 0.9"})
  void leavesSamplesForEveryPartOfAShortTrajectory(int timeSteps, double validation, double test) {
    Split split = Split.random(trajectories(timeSteps), validation, test, 42);

    assertFalse(lengths(split.train()).contains(0));
    assertFalse(lengths(split.validation()).contains(0));
    assertFalse(lengths(split.test()).contains(0));
    assertEquals(
        timeSteps, samples(split.train()) + samples(split.validation()) + samples(split.test()));
  }

  @Test
  void refusesToCutTwoSamples() {
    var error =
        assertThrows(InputException.class, () -> Split.random(trajectories(2), 0.1, 0.1, 42));

    assertTrue(String.valueOf(error.getMessage()).contains("\"0\" has 2 samples"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "0.1, 0", "-0.1, 0.1", "0.5, 0.5", "NaN, 0.1", "0.1, 1"})
  void refusesFractionsThatLeaveAPartEmpty(double validation, double test) {
    List<Trajectory> trajectories = trajectories(10, 10, 10);

    assertThrows(
        IllegalArgumentException.class, () -> Split.random(trajectories, validation, test, 42));
  }

  @Test
  void refusesToSplitNothing() {
    assertThrows(IllegalArgumentException.class, () -> Split.random(List.of(), 0.1, 0.1, 42));
  }

  private static List<Trajectory> trajectories(int... lengths) {
    return IntStream.range(0, lengths.length)
        .mapToObj(i -> RandomTrajectory.of(String.valueOf(i), lengths[i], 1, 0, i))
        .toList();
  }

  private static List<Integer> lengths(List<Trajectory> part) {
    return part.stream().map(Trajectory::tau).map(JointSeries::timeSteps).toList();
  }

  private static int samples(List<Trajectory> part) {
    return part.stream().mapToInt(Trajectory::timeSteps).sum();
  }
}
