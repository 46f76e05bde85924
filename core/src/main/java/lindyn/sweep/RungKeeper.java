package lindyn.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lindyn.train.Checkpoint;
import lindyn.train.CheckpointKeeper;
import lindyn.train.Checkpoints;
import lindyn.train.EpochReport;
import lindyn.train.RunKeeper;
import lindyn.train.TrainingInterruptedException;
import lindyn.train.TrainingListener;

/** Interrupts a training when its rung is done, or its end is near anyway, and saves its state. */
final class RungKeeper implements RunKeeper, TrainingListener {

  private final Candidate candidate;
  private final int epochs;
  private final Checkpoints checkpoints;
  private final CheckpointKeeper next;
  private final List<EpochReport> reports = new ArrayList<>();

  /**
   * Takes what it needs.
   *
   * @param epochs the rung is done after so many
   * @param next saves now and then, and hears of Ctrl-C
   */
  RungKeeper(Candidate candidate, int epochs, Checkpoints checkpoints, CheckpointKeeper next) {
    this.candidate = candidate;
    this.epochs = epochs;
    this.checkpoints = checkpoints;
    this.next = next;
    next.found().ifPresent(checkpoint -> reports.addAll(checkpoint.reports()));
  }

  Course course() {
    return new Course(reports);
  }

  /** Tells whether the candidate has come to the end of the rung. */
  boolean isDone() {
    return reports.size() >= epochs || course().isFinished(candidate.training().limits());
  }

  @Override
  public Optional<Checkpoint> found() {
    return next.found();
  }

  @Override
  public void onEpoch(EpochReport report) {
    reports.add(report);
  }

  @Override
  public void offer(Supplier<Checkpoint> state) {
    if (isDone()) {
      checkpoints.save(state.get());
      throw new TrainingInterruptedException("the rung of " + candidate.text() + " is done");
    }
    next.offer(state);
  }
}
