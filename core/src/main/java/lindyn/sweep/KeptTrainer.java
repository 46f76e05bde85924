package lindyn.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lindyn.data.LogData;
import lindyn.data.Split;
import lindyn.train.Checkpoint;
import lindyn.train.CheckpointKeeper;
import lindyn.train.Checkpoints;
import lindyn.train.NonFiniteLossException;
import lindyn.train.Trainer;
import lindyn.train.TrainingInterruptedException;

/**
 * Trains candidates on a log, and keeps the state of each in a folder, so that the next rung, or
 * another process, goes on from there with the same bits.
 *
 * @param log the logs
 * @param split the trajectories; those for testing are never looked at
 * @param folder a folder per candidate lies in it
 * @param listener hears of every epoch
 * @param interruption whether the sweep is to end
 */
public record KeptTrainer(
    LogData log, Split split, Path folder, SweepListener listener, BooleanSupplier interruption)
    implements CandidateTrainer {

  /** At most so much is lost when a machine dies. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  @Override
  public Course train(Candidate candidate, int epochs) {
    var checkpoints =
        new Checkpoints(folder.resolve(String.format(Locale.ROOT, "%04d", candidate.number())));
    Optional<Checkpoint> found = checkpoints.last(listener::onWarning);
    var kept = new CheckpointKeeper(checkpoints, found, INTERVAL, interruption);
    var keeper = new RungKeeper(candidate, epochs, checkpoints, kept);
    return keeper.isDone() ? keeper.course().upTo(epochs) : train(candidate, keeper);
  }

  private Course train(Candidate candidate, RungKeeper keeper) {
    if (interruption.getAsBoolean()) {
      throw new TrainingInterruptedException("interrupted; all is saved");
    }
    try {
      new Trainer(candidate.network(), candidate.training())
          .train(log, split, keeper.andThen(listener.of(candidate)), keeper);
    } catch (NonFiniteLossException e) {
      return new Course(keeper.course().epochs(), Optional.of(String.valueOf(e.getMessage())));
    } catch (TrainingInterruptedException e) {
      if (!keeper.isDone()) {
        throw e;
      }
    }
    return keeper.course();
  }
}
