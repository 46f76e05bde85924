package lindyn.bench.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lindyn.bench.job.Outcome;
import lindyn.bench.lesson.Learner;
import lindyn.bench.lesson.Learners;
import lindyn.data.Split;
import lindyn.examples.arm.ArmData;
import lindyn.examples.arm.ArmSetup;
import org.junit.jupiter.api.Test;

class LearningJobTest {

  private static final Subject ARM =
      new Subject(
          "a few trials",
          "seed 1",
          "",
          ArmData.of(ArmSetup.DEFAULT, 1, 10).logData(),
          Optional.empty());
  private static final Learners LEARNERS = new Learners(5);

  private static LearningJob job(Learner learner, Rows rows, LearningJob.Kept kept) {
    return new LearningJob(ARM, learner, 150, rows, 1, kept);
  }

  private static Outcome run(Learner learner, Rows rows) {
    return job(learner, rows, LearningJob.Kept.NOTHING).run();
  }

  @Test
  void theSameJobHasTheSameOutcome() {
    Learner.Lstm network = LEARNERS.network();
    Learner brief = network.with(network.training().withEpochs(5));

    assertEquals(run(brief, Rows.SEQUENTIAL), run(brief, Rows.SEQUENTIAL));
  }

  @Test
  void aProcessDoesNotCareForTheOrder() {
    double sequential = number(run(LEARNERS.process(), Rows.SEQUENTIAL), "standardized_mse");
    double permuted = number(run(LEARNERS.process(), Rows.PERMUTED), "standardized_mse");

    assertEquals(1, permuted / sequential, 0.01);
  }

  @Test
  void whatSeesAWindowCares() {
    double sequential =
        number(run(LEARNERS.windowedProcess(), Rows.SEQUENTIAL), "standardized_mse");
    double permuted = number(run(LEARNERS.windowedProcess(), Rows.PERMUTED), "standardized_mse");

    assertTrue(permuted > 1.5 * sequential, permuted + " against " + sequential);
  }

  @Test
  void theMeanIsWorthOne() {
    Outcome outcome = run(LEARNERS.mean(), Rows.SEQUENTIAL);

    assertEquals(1, number(outcome, "nmse"), 0.15); // few trials differ in their means
    // 1.2 ranges are the unit: a torque's variance is a few hundredths of the square of that
    assertTrue(number(outcome, "unit_mse") > 0.01 && number(outcome, "unit_mse") < 0.1);
  }

  @Test
  void torquesOfTwoTrajectoriesAreKept() {
    Outcome outcome = job(LEARNERS.mean(), Rows.SEQUENTIAL, LearningJob.Kept.TORQUES).run();

    assertEquals(2 * 5 * 2, outcome.series().size());
    assertEquals(
        (double) ARM.parts(1).test().get(1).tau().at(7, 4),
        outcome.series().getOrDefault("measured-1-4", List.of()).get(7));
  }

  /** A linear model is as good on what it learned from as its own least squares say. */
  @Test
  void theTrainingErrorIsOfTheSamples() {
    Outcome outcome =
        job(LEARNERS.linear(), Rows.SEQUENTIAL, LearningJob.Kept.TRAINING_ERROR).run();

    double training = number(outcome, "train_standardized_mse");
    assertTrue(training < number(outcome, "standardized_mse"), "training error " + training);
    assertTrue(training > 0.01, "training error " + training);
  }

  @Test
  void repeatsDiffer() {
    var second =
        new LearningJob(ARM, LEARNERS.linear(), 150, Rows.SEQUENTIAL, 2, LearningJob.Kept.NOTHING);

    assertNotEquals(run(LEARNERS.linear(), Rows.SEQUENTIAL), second.run());
    assertNotEquals(ARM.parts(1), ARM.parts(2));
  }

  @Test
  void aFixedSplitIsThatOfAllRepeats() {
    Split split = Split.random(ARM.log().trajectories(), 0.2, 0.2, 9);
    var fixed = new Subject("fixed", "seed 1", "", ARM.log(), Optional.of(split));

    assertEquals(split.train(), fixed.parts(3).train());
    assertEquals(split.test(), fixed.parts(4).test());
    assertEquals(
        List.of(), fixed.parts(1).train().stream().filter(split.validation()::contains).toList());
  }

  private static double number(Outcome outcome, String name) {
    return outcome.find(name).orElseThrow();
  }
}
