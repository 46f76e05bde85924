package lindyn.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import lindyn.data.Split;
import lindyn.sweep.Trial.State;
import lindyn.train.Checkpoints;
import lindyn.train.EpochReport;
import lindyn.train.FilteredJoint;
import lindyn.train.TrainingInterruptedException;
import lindyn.train.TrainingResult;
import lindyn.train.TrainingStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates with real networks. */
class KeptTrainerTest {

  private static final Split SPLIT = FilteredJoint.split(100);
  private static final int EPOCHS = 9;

  private static List<Trial> serial = List.of();

  @TempDir static Path folder;
  private final List<Integer> epochs = Collections.synchronizedList(new ArrayList<>());

  private KeptTrainer trainer(String name, BooleanSupplier interruption) {
    var listener =
        new SweepListener() {
          @Override
          public void onStart(TrainingStart start) {}

          @Override
          public void onEpoch(Candidate candidate, EpochReport report) {
            epochs.add(report.epoch());
          }

          @Override
          public void onTrials(List<Trial> trials) {}

          @Override
          public void onRung(int rung, List<Trial> trials) {}

          @Override
          public void onWarning(String warning) {
            throw new AssertionError(warning);
          }
        };
    return new KeptTrainer(
        FilteredJoint.log(SPLIT), SPLIT, folder.resolve(name), listener, interruption);
  }

  private List<Trial> sweep(String name, int threads, BooleanSupplier interruption) {
    KeptTrainer trainer = trainer(name, interruption);
    List<Candidate> candidates = List.of(candidate(1, 0.3), candidate(2, 1e30), candidate(3, 0.05));
    return new SuccessiveHalving(trainer, new Rungs(2, 3), new Crew(threads), trainer.listener())
        .run(candidates);
  }

  @BeforeAll
  static void sweepOnOneThread() {
    serial = new KeptTrainerTest().sweep("serial", 1, () -> false);
  }

  private static Candidate candidate(int number, double learningRate) {
    return Candidates.of(number, learningRate, EPOCHS);
  }

  /** All but times. */
  private static List<String> timeless(List<EpochReport> reports) {
    return reports.stream()
        .map(r -> r.epoch() + " " + r.trainLoss() + " " + r.validationLoss() + " " + r.best())
        .toList();
  }

  private static List<Object> timelessTrials(List<Trial> trials) {
    return trials.stream()
        .map(
            t ->
                (Object)
                    List.of(
                        t.candidate().number(), t.rung(), t.state(), timeless(t.course().epochs())))
        .toList();
  }

  @Test
  void survivorsHaveTheBitsOfAnUninterruptedTraining() {
    Candidate candidate = candidate(1, 0.3);
    KeptTrainer trainer = trainer("a", () -> false);

    Course third = trainer.train(candidate, 3);
    Course whole = trainer.train(candidate, EPOCHS);

    TrainingResult expected = FilteredJoint.train(candidate.network(), candidate.training(), SPLIT);
    assertEquals(timeless(expected.epochs()), timeless(whole.epochs()));
    assertEquals(timeless(whole.epochs()).subList(0, 3), timeless(third.epochs()));
    assertEquals(
        expected.model().weights(),
        new Checkpoints(folder.resolve("a/0001"))
            .last(warning -> {})
            .orElseThrow()
            .best()
            .weights());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), epochs); // none was trained twice
  }

  @Test
  void whatIsKnownIsNotTrainedAgain() {
    Candidate candidate = candidate(1, 0.3);
    Course whole = trainer("known", () -> false).train(candidate, EPOCHS);
    epochs.clear();

    Course third = trainer("known", () -> false).train(candidate, 3);

    assertEquals(List.of(), epochs);
    assertEquals(whole.epochs().subList(0, 3), third.epochs());
  }

  @Test
  void parallelIsSerial() {
    assertEquals(timelessTrials(serial), timelessTrials(sweep("parallel", 3, () -> false)));
  }

  @Test
  void afterAnInterruptionTheOutcomeIsTheSame() {
    assertThrows(
        TrainingInterruptedException.class,
        () -> sweep("interrupted", 2, () -> epochs.size() >= 4));

    List<Trial> resumed = sweep("interrupted", 2, () -> false);

    assertEquals(timelessTrials(serial), timelessTrials(resumed));
  }

  @Test
  void whoDivergesIsListed() {
    assertEquals(
        List.of(State.GOING_ON, State.DIVERGED, State.STOPPED, State.FINISHED),
        serial.stream().map(Trial::state).toList());
    String reason = serial.get(1).course().divergence().orElseThrow();
    assertTrue(reason.contains("learning rate 1.0E30"), reason);
    assertEquals(EPOCHS, serial.get(3).course().epochs().size());
  }
}
