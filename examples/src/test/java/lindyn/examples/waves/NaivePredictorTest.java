package lindyn.examples.waves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.SampleTimes;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class NaivePredictorTest {

  private static final NaivePredictor NAIVE = new NaivePredictor();

  /**
   * The error x_{k+1} − x_k − v_k is a second difference. A fall of the saw by 2 makes two of them
   * ±2, once in 10π samples; the noise adds (1 + 4 + 1) σ², and the curvature of the sine half of
   * (0.2²)².
   */
  private static double expectedMse(double noise) {
    return 8 / (10 * Math.PI) + 6 * noise * noise + 0.0008;
  }

  /** The paper has .264 ± .084. */
  @Test
  void errsAsInThePaperAtLowNoise() {
    double mse = meanMse(SyntheticWave.LOW_NOISE);

    // a wave has 31 or 32 falls, which moves its error by .003 and the mean of 20 by .0007
    assertEquals(expectedMse(0.01), mse, 0.004);
    assertEquals(0.264, mse, 0.084);
  }

  /** The paper has .310 ± .078. */
  @Test
  void errsAsInThePaperAtHighNoise() {
    double mse = meanMse(SyntheticWave.HIGH_NOISE);

    // with the noise the error of one wave moves by .011 and the mean of 20 by .0025
    assertEquals(expectedMse(0.1), mse, 0.01);
    assertEquals(0.310, mse, 0.078);
  }

  private static double meanMse(SyntheticWave wave) {
    return LongStream.rangeClosed(1, 20)
        .mapToDouble(seed -> mse(wave.trajectory("wave-" + seed, seed)))
        .average()
        .orElseThrow();
  }

  private static double mse(Trajectory wave) {
    JointSeries predicted = NAIVE.predict(wave.motion());
    double squares = 0;
    for (int k = 0; k < wave.timeSteps(); k++) {
      double error = predicted.at(k, 0) - wave.tau().at(k, 0);
      squares += error * error;
    }
    return squares / wave.timeSteps();
  }

  @Test
  void refusesTheMotionOfARobotWithTwoJoints() {
    JointSeries zeros = JointSeries.of(new float[6], 3, 2);
    var motion =
        new Motion(
            "arm",
            SampleTimes.every(0.01, 3),
            zeros,
            zeros,
            zeros,
            JointSeries.of(new float[0], 3, 0));

    var thrown = assertThrows(IllegalArgumentException.class, () -> NAIVE.predict(motion));

    assertEquals(
        "motion arm has 2 joints and 0 extra inputs; the model was trained on 1 joints and the"
            + " extra inputs []",
        thrown.getMessage());
  }
}
