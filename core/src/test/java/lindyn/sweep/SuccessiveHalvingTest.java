package lindyn.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lindyn.sweep.Trial.State;
import lindyn.train.EpochReport;
import lindyn.train.TrainingInterruptedException;
import lindyn.train.TrainingStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessiveHalvingTest {

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<List<Trial>> heard = new ArrayList<>();

  private final SweepListener listener =
      new SweepListener() {
        @Override
        public void onStart(TrainingStart start) {}

        @Override
        public void onEpoch(Candidate candidate, EpochReport report) {}

        @Override
        public void onTrials(List<Trial> trials) {
          heard.add(trials);
        }

        @Override
        public void onRung(int rung, List<Trial> trials) {
          heard.add(trials);
        }

        @Override
        public void onWarning(String warning) {}
      };

  private List<Trial> run(CandidateTrainer trainer, List<Candidate> candidates, Rungs rungs) {
    CandidateTrainer noted =
        (candidate, epochs) -> {
          asked.add(candidate.number() + ":" + epochs);
          return trainer.train(candidate, epochs);
        };
    return new SuccessiveHalving(noted, rungs, new Crew(1), listener).run(candidates);
  }

  /** The error is the distance from candidate 5. */
  private static Course near5(Candidate candidate, int epochs) {
    return Candidates.course(epochs, candidate.epochs(), 0.1 + Math.abs(candidate.number() - 5.1));
  }

  @ParameterizedTest
  @CsvSource({
    "1,9,1",
    "2,9,1",
    "3,9,1",
    "4,9,2",
    "9,9,2",
    "16,9,3",
    "16,8,2",
    "16,2,1",
    "100,99,5"
  })
  void rungsLeaveTwoAtTheLastAndAnEpochAtTheFirst(int candidates, int epochs, int expected) {
    List<Candidate> all = Candidates.list(candidates, epochs);

    var rungs = Rungs.of(all, 3);

    assertEquals(expected, rungs.count());
    assertEquals(epochs, rungs.epochs(all.get(0), rungs.count()));
    assertTrue(rungs.epochs(all.get(0), 1) >= 1);
  }

  @Test
  void theBestThirdGoesOnToThreeTimesTheEpochs() {
    List<Trial> trials = run(SuccessiveHalvingTest::near5, Candidates.list(9, 18), new Rungs(3, 3));

    assertEquals(
        List.of(
            "1:2", "2:2", "3:2", "4:2", "5:2", "6:2", "7:2", "8:2", "9:2", // all
            "4:6", "5:6", "6:6", // the best three
            "5:18"),
        asked);
    assertEquals(5, SuccessiveHalving.best(trials).orElseThrow().candidate().number());
    assertEquals(State.STOPPED, trials.get(0).state());
    assertEquals(State.GOING_ON, trials.get(4).state());
    assertEquals(State.FINISHED, trials.get(12).state());
    assertEquals(
        List.of(5, 6, 4, 7, 3, 8, 2, 9, 1),
        SuccessiveHalving.ranking(trials).stream().map(t -> t.candidate().number()).toList());
  }

  @Test
  void whoDivergedLoses() {
    CandidateTrainer trainer =
        (candidate, epochs) ->
            candidate.number() == 5
                ? Candidates.diverged(1, candidate.epochs())
                : near5(candidate, epochs);

    List<Trial> trials = run(trainer, Candidates.list(6, 9), new Rungs(2, 3));

    assertEquals(State.DIVERGED, trials.get(4).state());
    assertEquals(List.of("4:9", "6:9"), asked.subList(6, 8));
    assertEquals(6, SuccessiveHalving.best(trials).orElseThrow().candidate().number());
    List<Trial> ranking = SuccessiveHalving.ranking(trials);
    assertEquals(5, ranking.get(5).candidate().number());
  }

  @Test
  void ifAllDivergeThereIsNoBest() {
    List<Trial> trials =
        run(
            (c, epochs) -> Candidates.diverged(0, c.epochs()),
            Candidates.list(6, 9),
            new Rungs(2, 3));

    assertEquals(6, trials.size());
    assertEquals(Optional.empty(), SuccessiveHalving.best(trials));
  }

  /** Patience may end a training early; it competes with the error that it has. */
  @Test
  void whoFinishedEarlyStaysInTheCompetition() {
    CandidateTrainer trainer =
        (candidate, epochs) -> {
          List<EpochReport> reports = new ArrayList<>();
          for (int epoch = 1; epoch <= Math.min(epochs, 40); epoch++) {
            double error = candidate.number() == 1 ? 0.5 : 5.0 + candidate.number();
            reports.add(new EpochReport(epoch, 90, 1, error, false, 1, 1));
          }
          return new Course(reports);
        };
    List<Candidate> candidates =
        Candidates.list(3, 90).stream()
            .map(
                c ->
                    new Candidate(
                        c.number(),
                        c.settings(),
                        c.network(),
                        c.training()
                            .withLimits(
                                c.training().limits().withPatience(c.number() == 1 ? 30 : 90))))
            .toList();

    List<Trial> trials = run(trainer, candidates, new Rungs(2, 2));

    assertEquals(State.FINISHED, trials.get(0).state());
    assertEquals(State.GOING_ON, trials.get(1).state());
    assertEquals(State.STOPPED, trials.get(2).state());
    assertEquals(List.of("1:90", "2:90"), asked.subList(3, 5));
    assertEquals(1, SuccessiveHalving.best(trials).orElseThrow().candidate().number());
  }

  @Test
  void theListenerHearsOfEachTrialAndEachRung() {
    run(SuccessiveHalvingTest::near5, Candidates.list(3, 9), new Rungs(2, 3));

    assertEquals(List.of(1, 2, 3, 3, 4, 4), heard.stream().map(List::size).toList());
    assertEquals(State.WAITING, heard.get(2).get(2).state());
    assertEquals(State.GOING_ON, heard.get(3).get(2).state());
  }

  @Test
  void afterAFailureNothingMoreBegins() {
    CandidateTrainer trainer =
        (candidate, epochs) -> {
          if (candidate.number() == 2) {
            throw new TrainingInterruptedException("Ctrl-C");
          }
          return near5(candidate, epochs);
        };

    assertThrows(
        TrainingInterruptedException.class,
        () -> run(trainer, Candidates.list(9, 9), new Rungs(2, 3)));

    assertEquals(List.of("1:3", "2:3"), asked);
  }
}
