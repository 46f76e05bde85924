package lindyn.train;

/** Watches a training run; it sees reports, never the trainer, so it cannot change the run. */
@FunctionalInterface
public interface TrainingListener {

  /** Hears nothing. */
  TrainingListener SILENT = report -> {};

  /** Called after each epoch, on the training thread. */
  void onEpoch(EpochReport report);

  /** Returns a listener that calls this one, then {@code next}. */
  default TrainingListener andThen(TrainingListener next) {
    return report -> {
      onEpoch(report);
      next.onEpoch(report);
    };
  }
}
