package lindyn.train;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Saves a run now and then, and ends it when it is asked to. */
public final class CheckpointKeeper implements RunKeeper {

  private final Checkpoints checkpoints;
  private final Optional<Checkpoint> found;
  private final Duration interval;
  private final BooleanSupplier interruption;
  private long savedAt = System.nanoTime();

  /**
   * Takes what it needs.
   *
   * @param checkpoints where states are saved
   * @param found the state to go on from
   * @param interval least time between two checkpoints
   * @param interruption whether the run is to end; asked after each step
   */
  public CheckpointKeeper(
      Checkpoints checkpoints,
      Optional<Checkpoint> found,
      Duration interval,
      BooleanSupplier interruption) {
    this.checkpoints = checkpoints;
    this.found = found;
    this.interval = interval;
    this.interruption = interruption;
  }

  @Override
  public Optional<Checkpoint> found() {
    return found;
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.io.UncheckedIOException if the state is due and cannot be saved; the checkpoints
   *     before it are left
   */
  @Override
  public void offer(Supplier<Checkpoint> state) {
    if (interruption.getAsBoolean()) {
      Checkpoint last = state.get();
      checkpoints.save(last);
      throw new TrainingInterruptedException(
          String.format(
              "interrupted in epoch %d after %d of its updates; all is saved",
              last.position().epoch(), last.position().updates()));
    }
    if (System.nanoTime() - savedAt >= interval.toNanos()) {
      checkpoints.save(state.get());
      savedAt = System.nanoTime();
    }
  }
}
