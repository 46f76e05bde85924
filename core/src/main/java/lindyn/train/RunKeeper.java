package lindyn.train;

import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the state of a run, so that the run can go on after an interruption. */
public interface RunKeeper {

  /** Begins at the beginning and keeps nothing. */
  RunKeeper NONE =
      new RunKeeper() {
        @Override
        public Optional<Checkpoint> found() {
          return Optional.empty();
        }

        @Override
        public void offer(Supplier<Checkpoint> state) {}
      };

  /** Returns the state to go on from, if there is one. */
  Optional<Checkpoint> found();

  /**
   * Called after every step and every epoch, on the training thread.
   *
   * @param state copies the state, which takes time
   * @throws TrainingInterruptedException if the run is to end here
   */
  void offer(Supplier<Checkpoint> state);
}
