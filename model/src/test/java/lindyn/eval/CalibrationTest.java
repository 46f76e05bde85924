package lindyn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.ProbabilisticModel;
import lindyn.RandomTrajectory;
import lindyn.Signals;
import lindyn.TorquePrediction;
import lindyn.Trajectory;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final int TIME_STEPS = 20_000;

  /** Predicts torques of 0 with one deviation per joint. */
  private record Zero(double first, double second) implements ProbabilisticModel {

    @Override
    public Signals signals() {
      return new Signals(List.of("shoulder", "elbow"), List.of(), "N·m", 0.01);
    }

    @Override
    public JointSeries predict(Motion motion) {
      return JointSeries.of(new float[2 * motion.timeSteps()], motion.timeSteps(), 2);
    }

    @Override
    public TorquePrediction predictWithDeviation(Motion motion) {
      float[] deviations = new float[2 * motion.timeSteps()];
      for (int i = 0; i < deviations.length; i++) {
        deviations[i] = (float) (i % 2 == 0 ? first : second);
      }
      return new TorquePrediction(
          predict(motion), JointSeries.of(deviations, motion.timeSteps(), 2));
    }
  }

  /** Torques with standard deviations of 2 and 3. */
  private static Trajectory normal() {
    var random = new SplittableRandom(3);
    float[] tau = new float[2 * TIME_STEPS];
    for (int i = 0; i < tau.length; i++) {
      tau[i] = (float) ((i % 2 == 0 ? 2 : 3) * random.nextGaussian());
    }
    Motion motion = RandomTrajectory.of("normal", TIME_STEPS, 2, 0, 4).motion();
    return new Trajectory(motion, JointSeries.of(tau, TIME_STEPS, 2));
  }

  private static Calibration of(double first, double second) {
    return Calibration.of(new Zero(first, second), List.of(normal()), List.of(4.0, 9.0));
  }

  @Test
  void rightDeviationsCoverWhatTheySay() {
    Calibration right = of(2, 3);

    // 40,000 torques: three standard deviations of the mean
    assertEquals(0.95, right.coverage95(), 0.0033);
    assertEquals(0.5 * (1 + Math.log(2 * Math.PI)), right.nlpd(), 0.011);
  }

  @Test
  void wrongDeviationsCostDensity() {
    assertTrue(of(1, 1.5).coverage95() < 0.7);
    assertTrue(of(1, 1.5).nlpd() > of(2, 3).nlpd() + 0.5);
    assertTrue(of(6, 9).coverage95() > 0.999);
    assertTrue(of(6, 9).nlpd() > of(2, 3).nlpd() + 0.5);
  }

  @Test
  void aTorqueHeldForCertainIsLeftOut() {
    assertEquals(0.95, of(2, 0).coverage95(), 0.005);
    assertTrue(Double.isNaN(of(0, 0).nlpd()));
  }
}
