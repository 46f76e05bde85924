package lindyn.train;

/** Watches a training run; it sees reports, never the trainer, so it cannot change the run. */
@FunctionalInterface
public interface TrainingListener {

  /** Hears nothing. */
  TrainingListener SILENT = report -> {};

  /** Called once, before the first step, when nothing is left that is wrong with the input. */
  default void onStart(TrainingStart start) {}

  /** Called after each epoch, on the training thread. */
  void onEpoch(EpochReport report);

  /** Returns a listener that calls this one, then {@code next}. */
  default TrainingListener andThen(TrainingListener next) {
    TrainingListener first = this;
    return new TrainingListener() {
      @Override
      public void onStart(TrainingStart start) {
        first.onStart(start);
        next.onStart(start);
      }

      @Override
      public void onEpoch(EpochReport report) {
        first.onEpoch(report);
        next.onEpoch(report);
      }
    };
  }
}
