package lindyn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lindyn.JointSeries;
import lindyn.Provenance;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.Rehearsal;
import lindyn.data.Split;
import lindyn.eval.Evaluation;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.train.TrainingResult.Retention;
import org.junit.jupiter.api.Test;

/** A model learns a joint, and then the same joint with half of the friction. */
class ContinuationTest {

  private static final LstmConfig NETWORK =
      LstmConfig.RECOMMENDED.withHiddenUnits(8).withHistory(new History.Stream(30, 10));
  private static final Split OLD = FilteredJoint.split(300);
  private static final Split NEW = FilteredJoint.split(300, 0.5, 10);

  private static final TrainingResult BEGUN =
      FilteredJoint.train(NETWORK, FilteredJoint.config(15), OLD);
  private static final TrainedLstm MODEL = BEGUN.model();
  private static final Rehearsal KEPT = Rehearsal.NONE.plus(OLD, NETWORK.history(), 1500, 1);

  private static TrainingResult goOn(double share, TrainingConfig config) {
    return new Trainer(new Continuation(MODEL, KEPT, share), config)
        .train(FilteredJoint.log(NEW, "new.csv"), NEW, TrainingListener.SILENT);
  }

  private static final TrainingResult REHEARSED = goOn(0.5, FilteredJoint.config(15));
  private static final TrainingResult FORGETFUL = goOn(0, FilteredJoint.config(15));

  private static double nmse(TrainedLstm model, Split split) {
    return Evaluation.errors(model, split.test(), Evaluation.torqueVariances(split.train())).nmse();
  }

  @Test
  void learnsTheNewAndForgetsLessIfItRehearses() {
    double newBefore = nmse(MODEL, NEW);
    double oldBefore = nmse(MODEL, OLD);

    System.out.println(
        "NUM "
            + newBefore
            + " "
            + oldBefore
            + " f "
            + nmse(FORGETFUL.model(), NEW)
            + " "
            + nmse(FORGETFUL.model(), OLD)
            + " r "
            + nmse(REHEARSED.model(), NEW)
            + " "
            + nmse(REHEARSED.model(), OLD)
            + REHEARSED.retention()
            + FORGETFUL.retention());
    // The inputs do not tell the friction, so a model of both is never as good as one of one.
    assertTrue(nmse(FORGETFUL.model(), NEW) < 0.2 * newBefore);
    assertTrue(nmse(REHEARSED.model(), NEW) < 0.5 * newBefore);
    assertTrue(nmse(FORGETFUL.model(), OLD) > 2 * oldBefore);
    assertTrue(nmse(REHEARSED.model(), OLD) < 1.2 * oldBefore);
  }

  @Test
  void tellsWhatIsLeftOfTheOld() {
    Retention rehearsed = REHEARSED.retention().orElseThrow();
    Retention forgetful = FORGETFUL.retention().orElseThrow();

    assertEquals(rehearsed.before(), forgetful.before());
    assertTrue(rehearsed.after() < 1.2 * rehearsed.before());
    assertTrue(forgetful.after() > 2 * forgetful.before());
    assertEquals(Optional.empty(), BEGUN.retention());
  }

  @Test
  void unitsStayAndSourcesAreAdded() {
    TrainedLstm after = REHEARSED.model();

    assertEquals(MODEL.base(), after.base());
    assertEquals(MODEL.inputStandardizer(), after.inputStandardizer());
    assertEquals(MODEL.targetStandardizer(), after.targetStandardizer());
    assertEquals(MODEL.signals(), after.signals());
    assertEquals(
        List.of("log.csv", "new.csv"),
        after.provenance().sources().stream().map(Provenance.Source::file).toList());
    assertNotEquals(MODEL.weights(), after.weights());
  }

  @Test
  void beginsWithTheModel() {
    TrainingConfig still = FilteredJoint.config(2).withLearningRate(Float.MIN_NORMAL);

    TrainingResult unchanged = goOn(0.5, still);

    assertEquals(MODEL.weights(), unchanged.model().weights());
    assertEquals(0, unchanged.bestEpoch());
  }

  @Test
  void oneSeedGivesTheSameBits() {
    TrainingConfig brief = FilteredJoint.config(2);

    assertEquals(goOn(0.3, brief).model().weights(), goOn(0.3, brief).model().weights());
  }

  @Test
  void withoutOldSamplesThereIsNothingToRehearse() {
    var continuation = new Continuation(MODEL, Rehearsal.NONE, 0.5);

    assertEquals(0, continuation.share());
    assertEquals(
        Optional.empty(),
        new Trainer(continuation, FilteredJoint.config(1))
            .train(FilteredJoint.log(NEW), NEW, TrainingListener.SILENT)
            .retention());
  }

  @Test
  void aFewNewSequencesKeepTheirShareOfABatch() {
    Split few =
        new Split(
            List.of(NEW.train().get(0).slice("few", 0, 60)), // 3 sequences of 20 scored steps
            NEW.validation(),
            NEW.test(),
            List.of());
    TrainingConfig config = FilteredJoint.config(4).withBatchSize(16);

    TrainingResult result =
        new Trainer(new Continuation(MODEL, KEPT, 0.5), config)
            .train(FilteredJoint.log(few), few, TrainingListener.SILENT);

    // One batch per epoch, of 3 new and 3 old sequences of 30 steps.
    assertEquals(4 * 6 * 30, result.last().timeSteps());
  }

  @Test
  void aStillJointDoesNotRuleTheError() {
    Trajectory moving = NEW.train().get(0);
    JointSeries constant = JointSeries.of(new float[300], 300, 1);
    Split still =
        new Split(
            List.of(new Trajectory(moving.motion(), constant)),
            NEW.validation(),
            NEW.test(),
            List.of());
    double before = retention(NEW).before();

    assertTrue(retention(still).before() < 2 * before);
  }

  private static Retention retention(Split split) {
    return new Trainer(new Continuation(MODEL, KEPT, 0.5), FilteredJoint.config(1))
        .train(FilteredJoint.log(split), split, TrainingListener.SILENT)
        .retention()
        .orElseThrow();
  }

  @Test
  void refusesABatchWithoutRoomForBoth() {
    TrainingConfig one = FilteredJoint.config(1).withBatchSize(1);

    assertThrows(
        IllegalArgumentException.class, () -> new Trainer(new Continuation(MODEL, KEPT, 0.5), one));
    assertEquals(0, new Continuation(MODEL, KEPT, 0).share());
  }

  @Test
  void refusesSharesThatLeaveNothingForTheNew() {
    assertThrows(IllegalArgumentException.class, () -> new Continuation(MODEL, KEPT, 1));
    assertThrows(IllegalArgumentException.class, () -> new Continuation(MODEL, KEPT, -0.1));
    assertThrows(IllegalArgumentException.class, () -> new Continuation(MODEL, KEPT, Double.NaN));
  }
}
