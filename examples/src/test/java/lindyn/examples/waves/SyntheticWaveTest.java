package lindyn.examples.waves;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import lindyn.JointSeries;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticWaveTest {

  /** Half a unit in the last place of a float32 below 4. */
  private static final double ROUNDING = 1.2e-7;

  /** sin, triangle and saw at these phases are known without a computer; phases in units of π. */
  @ParameterizedTest(name = "s({0} pi) = {1}")
  @CsvSource({"0, -1", "0.25, 1", "0.5, 1", "0.75, 0", "1.25, 0", "1.5, -1", "1.75, -1"})
  void isTheSumOfSineTriangleAndSaw(double phaseOverPi, double expected) {
    assertEquals(expected, SyntheticWave.clean(phaseOverPi * Math.PI), 1e-14);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void fallsByTwoWhereTheSawStartsAnew(long seed) {
    JointSeries clean = SyntheticWave.LOW_NOISE.cleanLabels(seed);
    double phase = SyntheticWave.phase(seed);

    // label k is s at phase 0.1 (k + 1) + φ; the saw of 2θ starts anew at every multiple of π
    int[] expected =
        IntStream.range(1, clean.timeSteps())
            .filter(k -> Math.floor((0.1 * (k + 1) + phase) / Math.PI) > halfTurns(k, phase))
            .toArray();
    int[] falls =
        IntStream.range(1, clean.timeSteps())
            .filter(k -> clean.at(k, 0) - clean.at(k - 1, 0) < -1)
            .toArray();

    assertEquals(toList(expected), toList(falls));
    // 999 steps of 0.1 rad are 31.8 times π
    assertEquals(31.5, falls.length, 0.5);
    for (int k : falls) {
      // meanwhile the sine rises by 0.19 to 0.2, the saw by 0.06, the triangle by ± 0.06
      assertEquals(-2 + 0.26, clean.at(k, 0) - clean.at(k - 1, 0), 0.08);
    }
  }

  private static double halfTurns(int k, double phase) {
    return Math.floor((0.1 * k + phase) / Math.PI);
  }

  private static List<Integer> toList(int[] numbers) {
    return IntStream.of(numbers).boxed().toList();
  }

  @Test
  void labelIsTheNextStateAndVelocityTheLastDifference() {
    Trajectory wave = SyntheticWave.HIGH_NOISE.trajectory("wave", 7);

    for (int k = 1; k < wave.timeSteps(); k++) {
      float state = wave.motion().q().at(k, 0);
      float earlier = wave.motion().q().at(k - 1, 0);
      assertEquals(state, wave.tau().at(k - 1, 0));
      // the difference was taken before rounding: two states and the difference are rounded
      assertEquals(state - earlier, wave.motion().qd().at(k, 0), 4 * ROUNDING);
    }
  }

  @Test
  void firstVelocityReachesBackBeforeTheFirstSample() {
    Trajectory wave = SyntheticWave.LOW_NOISE.withNoise(0).trajectory("wave", 3);
    double phase = SyntheticWave.phase(3);

    double expected = SyntheticWave.clean(phase) - SyntheticWave.clean(phase - 0.1);
    assertEquals(expected, wave.motion().qd().at(0, 0), ROUNDING);
  }

  @Test
  void labelsWithoutNoiseAreTheCleanLabels() {
    SyntheticWave wave = SyntheticWave.HIGH_NOISE.withNoise(0);

    assertEquals(wave.cleanLabels(11), wave.trajectory("wave", 11).tau());
    assertEquals(wave.cleanLabels(11), SyntheticWave.HIGH_NOISE.cleanLabels(11));
  }

  @Test
  void noiseHasTheStatedDeviation() {
    SyntheticWave wave = SyntheticWave.HIGH_NOISE.withSamples(10_000);
    JointSeries noisy = wave.trajectory("wave", 5).tau();
    JointSeries clean = wave.cleanLabels(5);

    double squares =
        IntStream.range(0, 10_000)
            .mapToDouble(k -> Math.pow(noisy.at(k, 0) - clean.at(k, 0), 2))
            .sum();
    // the standard error of a deviation from 10,000 samples is 0.7 %; four of them
    assertEquals(0.1, Math.sqrt(squares / 10_000), 0.0028);
  }

  @Test
  void sameSeedGivesTheSameBitsAndAnotherSeedAnotherWave() {
    Trajectory wave = SyntheticWave.LOW_NOISE.trajectory("wave", 1);

    assertEquals(wave, SyntheticWave.LOW_NOISE.trajectory("wave", 1));
    assertNotEquals(wave, SyntheticWave.LOW_NOISE.trajectory("wave", 2));
  }

  @Test
  void longerWaveBeginsWithTheShorterOne() {
    Trajectory longer = SyntheticWave.LOW_NOISE.trajectory("wave", 1);

    Trajectory shorter = SyntheticWave.LOW_NOISE.withSamples(100).trajectory("wave", 1);

    assertEquals(longer.slice("wave", 0, 100), shorter);
  }

  @Test
  void logDataHasWavesOfDifferentPhases() {
    var data = SyntheticWave.LOW_NOISE.logData(8, 1);

    assertAll(
        () -> assertEquals(8, data.trajectories().size()),
        () -> assertEquals(8000, data.samples()),
        () -> assertEquals("wave-8", data.trajectories().get(7).id()),
        () -> assertEquals(8, data.trajectories().stream().map(Trajectory::tau).distinct().count()),
        () -> assertEquals(data, SyntheticWave.LOW_NOISE.logData(8, 1)),
        () -> assertNotEquals(data, SyntheticWave.LOW_NOISE.logData(8, 2)));
    data.trajectories().forEach(wave -> data.signals().requireFit(wave.motion()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesNoiseThatIsNoDeviation(double noise) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> new SyntheticWave(1000, noise));

    assertEquals("noise must be in [0.0, Infinity), got " + noise, thrown.getMessage());
  }

  @Test
  void refusesAWaveWithoutSamples() {
    assertThrows(IllegalArgumentException.class, () -> SyntheticWave.LOW_NOISE.withSamples(0));
    assertThrows(IllegalArgumentException.class, () -> SyntheticWave.LOW_NOISE.logData(0, 1));
  }
}
