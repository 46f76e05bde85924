package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lindyn.InverseDynamicsModel;
import lindyn.JointSeries;
import lindyn.Motion;
import lindyn.RandomTrajectory;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.eval.Evaluation;
import lindyn.linear.LinearModel;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmConfig.Base;
import lindyn.lstm.TrainedLstm;
import lindyn.train.TrainingResult.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {

  private static final LstmConfig STREAM =
      LstmConfig.RECOMMENDED.withHiddenUnits(8).withHistory(new History.Stream(30, 10));
  private static final LstmConfig PAPER =
      LstmConfig.PAPER.withHiddenUnits(6).withHistory(new History.Window(8));
  private static final TrainingConfig SHORT = FilteredJoint.config(4);

  private static final Split SPLIT = FilteredJoint.split(300);

  private static final List<EpochReport> HEARD = new ArrayList<>();
  private static final TrainingResult STREAM_RESULT =
      new Trainer(STREAM, SHORT).train(FilteredJoint.log(SPLIT), SPLIT, HEARD::add);
  private static final TrainingResult PAPER_RESULT = FilteredJoint.train(PAPER, SHORT, SPLIT);

  @ParameterizedTest
  @CsvSource({"NONE, RANDOM", "RIGID_BODY, RANDOM", "RIGID_BODY, CONTIGUOUS"})
  void learnsALawWithMemory(Base base, SequenceOrder sequences) {
    TrainingResult result =
        FilteredJoint.train(
            STREAM.withBase(base),
            SHORT.withLimits(new Limits(25, 25, Limits.NO_TIME_LIMIT)).withSequences(sequences),
            SPLIT);

    double linear = nmse(LinearModel.fit(result.model().signals(), SPLIT.train()));
    double lstm = nmse(result.model());
    // No model without memory can be good here: the linear one is at 0.5.
    assertTrue(linear > 0.3, "linear " + linear);
    assertTrue(lstm < 0.1 * linear, "LSTM " + lstm + ", linear " + linear);
    assertTrue(result.last().trainLoss() < 0.2 * result.epochs().get(0).trainLoss());
    double best = result.epochs().get(result.bestEpoch() - 1).validationLoss();
    // Sequences are warmed up by ten steps, predictions by all before, so they differ a little.
    assertEquals(best, standardizedMse(result.model()), 0.3 * best);
  }

  private static double nmse(InverseDynamicsModel model) {
    return Evaluation.errors(model, SPLIT.test(), Evaluation.torqueVariances(SPLIT.train())).nmse();
  }

  private static double standardizedMse(InverseDynamicsModel model) {
    return Evaluation.errors(model, SPLIT.validation(), Evaluation.torqueVariances(SPLIT.train()))
        .standardizedMse();
  }

  @Test
  void oneSeedGivesTheSameModel() {
    assertEquals(timeless(STREAM_RESULT), timeless(FilteredJoint.train(STREAM, SHORT, SPLIT)));
    assertEquals(timeless(PAPER_RESULT), timeless(FilteredJoint.train(PAPER, SHORT, SPLIT)));
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    assertNotEquals(
        STREAM_RESULT.model().weights(),
        FilteredJoint.train(STREAM, SHORT.withSeed(4), SPLIT).model().weights());
  }

  static Stream<LstmConfig> networks() {
    return Stream.of(STREAM, PAPER);
  }

  /** All of a model but the time of its making. */
  private static List<Object> timeless(TrainingResult result) {
    TrainedLstm model = result.model();
    return List.of(
        model.signals(),
        model.config(),
        model.weights(),
        model.base(),
        model.inputStandardizer(),
        model.targetStandardizer(),
        model.provenance().seed(),
        result.bestEpoch(),
        result.epochs().stream().map(EpochReport::trainLoss).toList());
  }

  /** Every sample has a window of its own: what validation measures is what the model predicts. */
  @Test
  void keepsTheWeightsWithTheBestValidationError() {
    TrainingConfig jumpy =
        SHORT.withSeed(5).withLimits(new Limits(11, 11, Limits.NO_TIME_LIMIT)).withLearningRate(2);

    TrainingResult result = FilteredJoint.train(PAPER, jumpy, SPLIT);

    double best = Double.POSITIVE_INFINITY;
    for (EpochReport report : result.epochs()) {
      assertEquals(report.validationLoss() < best, report.best(), "epoch " + report.epoch());
      best = Math.min(best, report.validationLoss());
    }
    assertEquals(best, result.epochs().get(result.bestEpoch() - 1).validationLoss());
    assertTrue(best < 0.9 * result.last().validationLoss(), "the last is as good: no test");
    // about 0.06; float32 with a tanh good to 4e-7
    assertEquals(best, standardizedMse(result.model()), 1e-6);
  }

  @Test
  void stopsWhereNothingImproves() {
    TrainingResult result =
        FilteredJoint.train(
            STREAM,
            SHORT.withLimits(new Limits(50, 3, Limits.NO_TIME_LIMIT)).withLearningRate(2),
            noise());

    assertEquals(Stop.NO_IMPROVEMENT, result.stop());
    assertEquals(result.bestEpoch() + 3, result.epochs().size());
    assertTrue(result.epochs().size() < 50);
  }

  @Test
  void isTheBaseAloneWhereNothingImproves() {
    Split noise = noise();
    TrainingResult result =
        FilteredJoint.train(
            STREAM,
            SHORT.withLimits(new Limits(2, 2, Limits.NO_TIME_LIMIT)).withLearningRate(3),
            noise);

    assertEquals(0, result.bestEpoch());
    RigidBodyModel base = RigidBodyModel.fit(result.model().signals(), noise.train());
    JointSeries expected = base.predict(noise.test().get(0).motion());
    JointSeries actual = result.model().predict(noise.test().get(0).motion());
    for (int t = 0; t < expected.timeSteps(); t++) {
      // The mean of what the base leaves, float32's rounding of about 1e-6, is the network's
      // offset.
      assertEquals(expected.at(t, 0), actual.at(t, 0), 5e-6f);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void trainsOnOneTrajectoryThatJustSuffices(LstmConfig network) {
    Split split = FilteredJoint.split(network.history().timeSteps());

    TrainingResult result = FilteredJoint.train(network, SHORT.withBatchSize(1000), split);

    assertTrue(Double.isFinite(result.last().trainLoss())); // of one smaller batch
    assertTrue(Double.isFinite(result.last().validationLoss()));
  }

  @Test
  void papersNetworkPredictsWithinTheWidenedTrainingRange() {
    TrainedLstm model = PAPER_RESULT.model();

    List<Float> tau = new ArrayList<>();
    SPLIT.train().forEach(t -> IntStream.range(0, 300).forEach(i -> tau.add(t.tau().at(i, 0))));
    double min = tau.stream().mapToDouble(Float::doubleValue).min().orElseThrow();
    double max = tau.stream().mapToDouble(Float::doubleValue).max().orElseThrow();
    double margin = 0.1 * (max - min);
    assertEquals(min - margin, model.targetStandardizer().offset().get(0), 1e-12); // in double
    assertEquals(1.2 * (max - min), model.targetStandardizer().scale().get(0), 1e-12);
    Motion wild = RandomTrajectory.of("wild", 200, 1, 0, 1).motion();
    for (Motion motion : List.of(wild, SPLIT.test().get(0).motion())) {
      JointSeries predicted = model.predict(motion);
      for (int t = 0; t < predicted.timeSteps(); t++) {
        assertTrue(predicted.at(t, 0) > min - margin && predicted.at(t, 0) < max + margin);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void survivesConstantColumns(LstmConfig network) {
    Split split = still(SPLIT);

    TrainingResult result = FilteredJoint.train(network, SHORT, split);

    assertTrue(Double.isFinite(result.last().trainLoss()));
    assertTrue(Double.isFinite(result.last().validationLoss()));
    JointSeries predicted = result.model().predict(split.test().get(0).motion());
    for (int t = 0; t < predicted.timeSteps(); t++) {
      assertEquals(5.1, predicted.at(t, 0), 0.6); // the sigmoid cell can only say 4.6 to 5.6
    }
  }

  @Test
  void listenerHearsOfEveryEpochInOrder() {
    assertEquals(STREAM_RESULT.epochs(), HEARD);
    assertEquals(List.of(1, 2, 3, 4), HEARD.stream().map(EpochReport::epoch).toList());
    assertEquals(Stop.EPOCHS_DONE, STREAM_RESULT.stop());
    // 4 trajectories of 300 samples are 60 sequences of 20 scored steps: 3 batches of 16
    assertEquals(3 * 16 * 30, HEARD.get(0).timeSteps());
    assertEquals(4 * 3 * 16 * 30, STREAM_RESULT.last().timeSteps());
  }

  @Test
  void saysWhereTheModelComesFrom() {
    TrainedLstm model = STREAM_RESULT.model();

    assertEquals(3, model.provenance().seed());
    assertEquals("cpu:0", model.provenance().device());
    assertEquals("log.csv", model.provenance().sources().get(0).file());
    assertEquals(STREAM, model.config());
  }

  /** Torques that have nothing to do with the motion, and differ between the trajectories. */
  private static Split noise() {
    return mapped(SPLIT, TrainerTest::withNoise);
  }

  private static Trajectory withNoise(Trajectory trajectory) {
    var random = new SplittableRandom(trajectory.id().hashCode());
    float[] tau = new float[trajectory.timeSteps()];
    for (int t = 0; t < tau.length; t++) {
      tau[t] = (float) random.nextDouble(-1, 1);
    }
    return new Trajectory(trajectory.motion(), JointSeries.of(tau, tau.length, 1));
  }

  /** The joint's acceleration and torque never change. */
  private static Split still(Split split) {
    return mapped(
        split,
        trajectory -> {
          Motion motion = trajectory.motion();
          return new Trajectory(
              new Motion(
                  motion.id(),
                  motion.times(),
                  motion.q(),
                  motion.qd(),
                  constant(9.81f, motion.timeSteps()),
                  motion.extra()),
              constant(5.1f, motion.timeSteps()));
        });
  }

  private static JointSeries constant(float number, int timeSteps) {
    float[] rows = new float[timeSteps];
    Arrays.fill(rows, number);
    return JointSeries.of(rows, timeSteps, 1);
  }

  private static Split mapped(Split split, UnaryOperator<Trajectory> map) {
    return new Split(
        split.train().stream().map(map).toList(),
        split.validation().stream().map(map).toList(),
        split.test().stream().map(map).toList(),
        List.of());
  }
}
