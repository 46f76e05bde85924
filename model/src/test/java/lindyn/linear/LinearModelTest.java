package lindyn.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import lindyn.eval.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void recoversALinearLaw(long seed) {
    List<Trajectory> train = List.of(linear("a", seed), linear("b", seed + 100));
    List<Trajectory> test = List.of(linear("c", seed + 200));

    LinearModel model = LinearModel.fit(RandomTrajectory.signals(2, 1), train);

    double nmse = Evaluation.errors(model, test, Evaluation.torqueVariances(train)).nmse();
    assertTrue(nmse < 1e-10, "nmse " + nmse); // the ridge of 1e-6 biases torques by about 1e-6
  }

  @Test
  void survivesConstantAndCollinearInputs() {
    List<Trajectory> train = List.of(degenerate());

    LinearModel model = LinearModel.fit(RandomTrajectory.signals(1, 0), train);

    double nmse = Evaluation.errors(model, train, Evaluation.torqueVariances(train)).nmse();
    assertTrue(nmse < 1e-10, "nmse " + nmse); // the ridge of 1e-6 biases torques by about 1e-6
  }

  @Test
  void predictsTheMeanOfASingleSample() {
    Trajectory sample = RandomTrajectory.of("a", 1, 2, 0, 5);

    JointSeries predicted =
        LinearModel.fit(RandomTrajectory.signals(2, 0), List.of(sample)).predict(sample.motion());

    assertEquals(sample.tau(), predicted);
  }

  @Test
  void refusesAMotionWithOtherSignals() {
    LinearModel model =
        LinearModel.fit(
            RandomTrajectory.signals(2, 0), List.of(RandomTrajectory.of("a", 9, 2, 0, 1)));
    Motion other = RandomTrajectory.of("b", 9, 2, 1, 1).motion();

    assertThrows(IllegalArgumentException.class, () -> model.predict(other));
  }

  @Test
  void refusesToFitNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LinearModel.fit(RandomTrajectory.signals(2, 0), List.of()));
  }

  /** tau1 = 3 q1 - 2 qd2 + 7, tau2 = qdd1 / 2 + 40 extra - 100. */
  private static Trajectory linear(String id, long seed) {
    Motion motion = RandomTrajectory.of(id, 200, 2, 1, seed).motion();
    float[] tau = new float[400];
    for (int t = 0; t < 200; t++) {
      tau[2 * t] = 3 * motion.q().at(t, 0) - 2 * motion.qd().at(t, 1) + 7;
      tau[2 * t + 1] = motion.qdd().at(t, 0) / 2 + 40 * motion.extra().at(t, 0) - 100;
    }
    return new Trajectory(motion, JointSeries.of(tau, 200, 2));
  }

  /** q is random, qd repeats it, qdd never changes, tau = 4 q. */
  private static Trajectory degenerate() {
    Motion random = RandomTrajectory.of("a", 100, 1, 0, 8).motion();
    float[] constant = new float[100];
    Arrays.fill(constant, 9.81f);
    float[] tau = random.q().toArray();
    for (int t = 0; t < tau.length; t++) {
      tau[t] *= 4;
    }
    var motion =
        new Motion(
            "a",
            random.times(),
            random.q(),
            random.q(),
            JointSeries.of(constant, 100, 1),
            random.extra());
    return new Trajectory(motion, JointSeries.of(tau, 100, 1));
  }
}
