package lindyn.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.Split;
import lindyn.eval.Evaluation;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.StepPredictor;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.UpdateRule;
import lindyn.train.Continuation;
import lindyn.train.FilteredJoint;
import org.junit.jupiter.api.Test;

/** A model of a joint learns online that the joint has lost half of its friction. */
class OnlineLearnerTest {

  private static final LstmConfig NETWORK =
      LstmConfig.RECOMMENDED.withHiddenUnits(8).withHistory(new History.Stream(30, 10));
  private static final Split OLD = FilteredJoint.split(300);
  private static final Split NEW = FilteredJoint.split(300, 0.5, 10);
  private static final TrainedLstm MODEL =
      FilteredJoint.train(NETWORK, FilteredJoint.config(15), OLD).model();
  private static final Rehearsal KEPT = Rehearsal.NONE.plus(OLD, NETWORK.history(), 1500, 1);

  private static OnlineLearner learner(OnlineConfig config) {
    return new OnlineLearner(new Continuation(MODEL, KEPT, 0), config);
  }

  private static void push(OnlineLearner learner, List<Trajectory> motions) {
    for (Trajectory motion : motions) {
      learner.beginMotion();
      for (int t = 0; t < motion.timeSteps(); t++) {
        assertTrue(learner.push(input(motion, t), tau(motion, t)));
      }
    }
  }

  private static float[] input(Trajectory motion, int timeStep) {
    float[] input = new float[3];
    motion.motion().copyInputs(timeStep, input, 0);
    return input;
  }

  private static float[] tau(Trajectory motion, int timeStep) {
    return new float[] {motion.tau().at(timeStep, 0)};
  }

  private static double nmse(TrainedLstm model, Split split) {
    return Evaluation.errors(model, split.test(), Evaluation.torqueVariances(split.train())).nmse();
  }

  @Test
  void learnsTheNewAndKeepsTheOld() {
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT)) {
      push(learner, NEW.train());
      learner.finish();

      // 0.56 and 0.07 before; the inputs do not tell the friction, so it is a compromise
      assertTrue(nmse(learner.model(), NEW) < 0.2 * nmse(MODEL, NEW));
      assertTrue(nmse(learner.model(), OLD) < 0.8 * nmse(forgetful(), OLD));
      OnlineReport report = learner.report();
      assertEquals(4 * (300 / 20), report.pieces());
      assertEquals(10 * report.pieces(), report.updates());
      assertEquals(Optional.empty(), report.failure());
      assertEquals(KEPT.train().seen() + report.pieces(), learner.rehearsal().train().seen());
      assertEquals(KEPT.validation(), learner.rehearsal().validation());
    }
  }

  private static TrainedLstm forgetful() {
    var nothingKept = new Continuation(MODEL, Rehearsal.NONE, 0);
    try (var learner = new OnlineLearner(nothingKept, OnlineConfig.DEFAULT)) {
      push(learner, NEW.train());
      learner.finish();
      return learner.model();
    }
  }

  @Test
  void theSamePushesGiveTheSameBits() {
    assertEquals(weightsAfter(NEW.train().subList(0, 1)), weightsAfter(NEW.train().subList(0, 1)));
  }

  private static Object weightsAfter(List<Trajectory> motions) {
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT)) {
      push(learner, motions);
      learner.finish();
      return learner.model().weights();
    }
  }

  @Test
  void thePredictorAnswersMeanwhileAndTakesTheNewWeights() {
    Trajectory motion = NEW.train().get(0);
    float[] expected = new float[1];
    float[] actual = new float[1];
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT)) {
      OnlineLearner.Predictor predictor = learner.predictor();
      var before = new StepPredictor(MODEL);
      for (int t = 0; t < 10; t++) { // no piece is complete yet
        learner.push(input(motion, t), tau(motion, t));
        before.step(input(motion, t), expected);
        predictor.step(input(motion, t), actual);
        assertArrayEquals(expected, actual);
      }
      for (int t = 10; t < 300; t++) {
        learner.push(input(motion, t), tau(motion, t));
        predictor.step(input(motion, t), actual);
      }
      learner.finish();

      predictor.reset();
      var after = new StepPredictor(learner.model());
      for (int t = 0; t < 50; t++) {
        after.step(input(motion, t), expected);
        predictor.step(input(motion, t), actual);
        assertArrayEquals(expected, actual);
      }
      assertNotEquals(MODEL.weights(), learner.model().weights());
    }
  }

  @Test
  void samplesThatAreNoNumbersAreGaps() {
    Trajectory motion = NEW.train().get(0);
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT)) {
      for (int t = 0; t < 39; t++) {
        float[] tau = t == 19 ? new float[] {Float.NaN} : tau(motion, t);
        assertEquals(t != 19, learner.push(input(motion, t), tau));
      }
      learner.finish();

      assertEquals(2, learner.report().pieces()); // 19 samples before and 19 after
    }
  }

  @Test
  void samplesForWhichThereIsNoRoomAreNotTaken() {
    Trajectory motion = NEW.train().get(0);
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT.withWaitingSamples(25))) {
      int taken = 0;
      for (int t = 0; t < 300; t++) { // far faster than the first update
        taken += learner.push(input(motion, t), tau(motion, t)) ? 1 : 0;
      }
      assertTrue(taken >= 25 && taken < 300, "taken " + taken);
    }
  }

  @Test
  void waitingForRoomLosesNothing() {
    List<Trajectory> motions = NEW.train().subList(0, 1);
    try (OnlineLearner large = learner(OnlineConfig.DEFAULT);
        OnlineLearner small = learner(OnlineConfig.DEFAULT.withWaitingSamples(7))) {
      push(large, motions);
      for (int t = 0; t < 300; t++) {
        assertTrue(small.pushWaiting(input(motions.get(0), t), tau(motions.get(0), t)));
      }
      large.finish();
      small.finish();

      assertEquals(large.report(), small.report());
      assertEquals(large.model(), small.model());
      assertThrows(
          IllegalStateException.class, () -> small.pushWaiting(new float[3], new float[1]));
    }
  }

  @Test
  void theReservoirKeepsItsBound() {
    int samples = 10 * NETWORK.history().timeSteps();
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT.withRehearsalSamples(samples))) {
      push(learner, NEW.train().subList(0, 1));
      learner.finish();

      assertEquals(10, learner.rehearsal().train().pieces().size());
    }
  }

  @Test
  void aFailureEndsLearningButNotTheAnswers() {
    UpdateRule absurd = new UpdateRule(new Adagrad(1e30, 0.1));
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT.withRule(absurd))) {
      push(learner, NEW.train().subList(0, 1));
      learner.finish();

      assertTrue(learner.report().failure().orElseThrow().contains("learning rate"));
      assertEquals(MODEL, learner.model());
      float[] tau = {Float.NaN};
      learner.predictor().step(new float[3], tau);
      assertTrue(Float.isFinite(tau[0]));
    }
  }

  @Test
  void afterItsEndItTakesNothing() {
    OnlineLearner learner = learner(OnlineConfig.DEFAULT);
    learner.close();
    learner.close();

    assertFalse(learner.push(new float[3], new float[1]));
  }

  @Test
  void refusesSamplesOfAnotherRobot() {
    try (OnlineLearner learner = learner(OnlineConfig.DEFAULT)) {
      assertThrows(IllegalArgumentException.class, () -> learner.push(new float[6], new float[1]));
      assertThrows(IllegalArgumentException.class, () -> learner.push(new float[3], new float[2]));
    }
  }
}
