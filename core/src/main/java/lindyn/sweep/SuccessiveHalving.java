package lindyn.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lindyn.sweep.Trial.State;

/**
 * Trains candidates rung by rung, of which only the best go on (Jamieson and Talwalkar 2016,
 * algorithm 1). The outcome depends neither on the number of threads nor on their timing.
 *
 * @param trainer trains
 * @param rungs how far, and how many go on
 * @param crew trains several at once
 * @param listener hears of trials and rungs
 */
public record SuccessiveHalving(
    CandidateTrainer trainer, Rungs rungs, Crew crew, SweepListener listener) {

  private static final Comparator<Trial> BEST_FIRST =
      Comparator.comparingDouble(Trial::error).thenComparing(trial -> trial.candidate().number());

  /**
   * Trains all that is worth it.
   *
   * @return every candidate at every rung that it came to, rung by rung
   * @throws lindyn.train.TrainingInterruptedException if the trainer does
   */
  public List<Trial> run(List<Candidate> candidates) {
    List<Trial> decided = new ArrayList<>();
    List<Candidate> left = candidates;
    for (int rung = 1; rung <= rungs.count() && !left.isEmpty(); rung++) {
      List<Trial> trained = trained(left, rung, decided);
      Set<Candidate> best = best(trained, rung);
      trained.stream().map(trial -> decided(trial, best)).forEach(decided::add);
      listener.onRung(rung, List.copyOf(decided));
      left = left.stream().filter(best::contains).toList();
    }
    return List.copyOf(decided);
  }

  private List<Trial> trained(List<Candidate> candidates, int rung, List<Trial> before) {
    List<Trial> arrived = new ArrayList<>(before);
    return crew.map(
        candidates,
        candidate -> {
          Course course = trainer.train(candidate, rungs.epochs(candidate, rung));
          var trial = new Trial(candidate, rung, course, state(candidate, course));
          synchronized (arrived) {
            arrived.add(trial);
            listener.onTrials(List.copyOf(arrived));
          }
          return trial;
        });
  }

  private static State state(Candidate candidate, Course course) {
    if (course.divergence().isPresent()) {
      return State.DIVERGED;
    }
    return course.isFinished(candidate.training().limits()) ? State.FINISHED : State.WAITING;
  }

  private Set<Candidate> best(List<Trial> trials, int rung) {
    Set<Candidate> best = new HashSet<>();
    if (rung < rungs.count()) {
      trials.stream()
          .filter(trial -> trial.state() != State.DIVERGED)
          .sorted(BEST_FIRST)
          .limit(rungs.survivors(trials.size()))
          .forEach(trial -> best.add(trial.candidate()));
    }
    return best;
  }

  private static Trial decided(Trial trial, Set<Candidate> best) {
    return trial.state() == State.WAITING
        ? trial.withState(best.contains(trial.candidate()) ? State.GOING_ON : State.STOPPED)
        : trial;
  }

  /**
   * Returns the last trial of each candidate: first those that came to the last rung, and among
   * them the best first; then those that came less far; and last those that diverged.
   */
  public static List<Trial> ranking(List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trials.stream().noneMatch(other -> isLater(other, trial)))
        .sorted(
            Comparator.comparing((Trial trial) -> trial.state() == State.DIVERGED)
                .thenComparing(Trial::rung, Comparator.reverseOrder())
                .thenComparing(BEST_FIRST))
        .toList();
  }

  private static boolean isLater(Trial other, Trial trial) {
    return other.candidate().equals(trial.candidate()) && other.rung() > trial.rung();
  }

  /** Returns the best trial, unless all candidates diverged. */
  public static Optional<Trial> best(List<Trial> trials) {
    return ranking(trials).stream().filter(trial -> trial.state() != State.DIVERGED).findFirst();
  }
}
