package lindyn.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.RandomTrajectory;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.TwoLinkArm;
import lindyn.eval.Evaluation;
import lindyn.eval.TorqueErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RigidBodyModelTest {

  private static final Signals SIGNALS = RandomTrajectory.signals(2, 0);
  private static final TwoLinkArm ARM = new TwoLinkArm(0.8, 1.5);
  private static final List<Trajectory> TRAIN = states(6, 400, 10);
  private static final RigidBodyModel MODEL = RigidBodyModel.fit(SIGNALS, TRAIN);

  @Test
  void recoversTheTorquesOfAnArmWithFriction() {
    List<Trajectory> test = states(1, 1000, 99);

    // Left are Coriolis torques, whose factor sin q2 is not in the features, and friction near 0.
    assertTrue(nmse(MODEL, test) < 0.005, "nmse " + nmse(MODEL, test));
    double linear = nmse(LinearModel.fit(SIGNALS, TRAIN), test);
    assertTrue(linear > 0.3, "nmse " + linear); // so the features are what makes the difference
  }

  @Test
  void staysBoundedFarOutsideTheTrainingData() {
    Motion motion = TRAIN.get(0).motion();
    Motion far =
        new Motion(
            "far",
            motion.times(),
            times100(motion.q()),
            times100(motion.qd()),
            times100(motion.qdd()),
            motion.extra());

    JointSeries tau = MODEL.predict(far);

    JointSeries measured = TRAIN.get(0).tau();
    for (int joint = 0; joint < 2; joint++) {
      // qdd is 100 times as large, and so would its torques be
      assertTrue(largest(tau, joint) < 3 * largest(measured, joint), "joint " + joint);
    }
  }

  @Test
  void stepPredictsWhatTheModelDoes() {
    Motion motion = TRAIN.get(1).motion();
    JointSeries expected = MODEL.predict(motion);
    RigidBodyModel.Step step = MODEL.step();
    float[] input = new float[6];
    float[] tau = new float[2];

    for (int t = motion.timeSteps() - 1; t >= 0; t--) { // it has no memory of other samples
      motion.copyInputs(t, input, 0);
      step.predict(input, tau);
      assertEquals(expected.at(t, 0), tau[0]);
      assertEquals(expected.at(t, 1), tau[1]);
    }
  }

  @ParameterizedTest(name = "{0} trajectories")
  @ValueSource(ints = {1, 2, 4, 5, 7})
  void needsNoMoreThanOneTrajectory(int count) {
    RigidBodyModel model = RigidBodyModel.fit(SIGNALS, states(count, 2400 / count, 20));

    double nmse = nmse(model, states(1, 1000, 99));
    assertTrue(nmse < 0.005, "nmse " + nmse); // as in the test above
  }

  @Test
  void predictsTheTorquesOfASingleSample() {
    Trajectory sample = RandomTrajectory.of("single", 1, 2, 0, 5);

    RigidBodyModel model = RigidBodyModel.fit(SIGNALS, List.of(sample));

    assertEquals(sample.tau(), model.predict(sample.motion()));
  }

  @Test
  void survivesConstantColumns() {
    List<Trajectory> still = TRAIN.stream().map(RigidBodyModelTest::withoutFirstJoint).toList();

    RigidBodyModel model = RigidBodyModel.fit(SIGNALS, still);

    JointSeries predicted = model.predict(still.get(0).motion());
    for (int t = 0; t < predicted.timeSteps(); t++) {
      assertEquals(5.1f, predicted.at(t, 0)); // a torque that never changes
    }
    double nmse = Evaluation.errors(model, still, Evaluation.torqueVariances(still)).nmse();
    assertTrue(nmse < 0.005, "nmse " + nmse); // of the joint that moves
  }

  @ParameterizedTest(name = "{0} trajectories")
  @ValueSource(ints = {1, 4, 6})
  void takesAStrongRidgeWhereThereIsNothingToLearn(int count) {
    RigidBodyModel model =
        RigidBodyModel.fit(SIGNALS, trajectories(count, i -> noise(360 / count, i)));

    // The mean has an nMSE of 1; 33 features fitted to 360 samples without a ridge, 1 + 33/360.
    assertEquals(1, nmse(model, List.of(noise(500, 99))), 0.03);
  }

  @Test
  void choosesTheRidgeOfEachJointByItself() {
    List<Trajectory> train = trajectories(6, i -> withNoise(TRAIN.get(i), i));
    List<Trajectory> test = List.of(withNoise(states(1, 1000, 99).get(0), 99));

    TorqueErrors errors =
        Evaluation.errors(
            RigidBodyModel.fit(SIGNALS, train), test, Evaluation.torqueVariances(train));

    assertTrue(errors.perJoint().get(0).nmse() < 0.005); // as in the test above
    assertEquals(1, errors.perJoint().get(1).nmse(), 0.01); // the mean's, as nothing is to learn
  }

  @Test
  void fitsALogOfWhichItTakesOnlyAPart() {
    List<Trajectory> train = List.of(ARM.randomStates("a", 60_001, 1));

    double nmse = nmse(RigidBodyModel.fit(SIGNALS, train), states(1, 1000, 99));

    assertTrue(nmse < 0.005, "nmse " + nmse); // as in the test above
  }

  @Test
  void refusesAMotionWithOtherSignals() {
    Trajectory other = RandomTrajectory.of("other", 9, 3, 0, 1);

    assertThrows(IllegalArgumentException.class, () -> MODEL.predict(other.motion()));
    assertThrows(IllegalArgumentException.class, () -> RigidBodyModel.fit(SIGNALS, List.of(other)));
  }

  @Test
  void refusesToFitNothing() {
    assertThrows(IllegalArgumentException.class, () -> RigidBodyModel.fit(SIGNALS, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> RigidBodyModel.fit(SIGNALS, List.of(RandomTrajectory.of("empty", 0, 2, 0, 1))));
  }

  private static double nmse(InverseDynamicsModel model, List<Trajectory> test) {
    return Evaluation.errors(model, test, Evaluation.torqueVariances(TRAIN)).nmse();
  }

  private static List<Trajectory> trajectories(int count, IntFunction<Trajectory> each) {
    return IntStream.range(0, count).mapToObj(each).toList();
  }

  private static Trajectory noise(int timeSteps, int seed) {
    return RandomTrajectory.of("noise" + seed, timeSteps, 2, 0, seed);
  }

  /** The same motion, with noise for the torque of joint 1. */
  private static Trajectory withNoise(Trajectory trajectory, int seed) {
    JointSeries noise = noise(trajectory.timeSteps(), seed).tau();
    float[] tau = trajectory.tau().toArray();
    for (int t = 0; t < trajectory.timeSteps(); t++) {
      tau[2 * t + 1] = noise.at(t, 1);
    }
    return new Trajectory(trajectory.motion(), JointSeries.of(tau, trajectory.timeSteps(), 2));
  }

  private static List<Trajectory> states(int trajectories, int timeSteps, long seed) {
    return trajectories(trajectories, i -> ARM.randomStates("t" + i, timeSteps, seed + i));
  }

  /** Joint 0 stands still at 0.3 rad and its torque never changes. */
  private static Trajectory withoutFirstJoint(Trajectory trajectory) {
    Motion motion = trajectory.motion();
    int timeSteps = motion.timeSteps();
    float[] tau = new float[2 * timeSteps];
    for (int t = 0; t < timeSteps; t++) {
      double[] q = {0.3, motion.q().at(t, 1)};
      tau[2 * t] = 5.1f;
      tau[2 * t + 1] =
          (float)
              ARM.tau(
                      q,
                      new double[] {0, motion.qd().at(t, 1)},
                      new double[] {0, motion.qdd().at(t, 1)})[1];
    }
    return new Trajectory(
        new Motion(
            trajectory.id(),
            motion.times(),
            firstColumn(motion.q(), 0.3f),
            firstColumn(motion.qd(), 0),
            firstColumn(motion.qdd(), 0),
            motion.extra()),
        JointSeries.of(tau, timeSteps, 2));
  }

  private static JointSeries firstColumn(JointSeries series, float constant) {
    float[] rows = series.toArray();
    for (int i = 0; i < rows.length; i += series.joints()) {
      rows[i] = constant;
    }
    return JointSeries.of(rows, series.timeSteps(), series.joints());
  }

  private static JointSeries times100(JointSeries series) {
    float[] rows = series.toArray();
    for (int i = 0; i < rows.length; i++) {
      rows[i] *= 100;
    }
    return JointSeries.of(rows, series.timeSteps(), series.joints());
  }

  private static double largest(JointSeries series, int joint) {
    return IntStream.range(0, series.timeSteps())
        .mapToDouble(t -> Math.abs(series.at(t, joint)))
        .max()
        .orElseThrow();
  }
}
