package lindyn.train;

import java.util.List;
import java.util.Optional;
import lindyn.lstm.TrainedLstm;

/**
 * What a training run returns.
 *
 * @param model the network with the best validation error
 * @param epochs the report of every epoch
 * @param bestEpoch the epoch whose weights the model has; 0 if none was better than the start
 * @param stop why training ended
 * @param retention what the model still knows of earlier data, if there is any
 */
public record TrainingResult(
    TrainedLstm model,
    List<EpochReport> epochs,
    int bestEpoch,
    Stop stop,
    Optional<Retention> retention) {

  /** Copies the list. */
  public TrainingResult {
    epochs = List.copyOf(epochs);
  }

  /** Returns the report of the last epoch. */
  public EpochReport last() {
    return epochs.get(epochs.size() - 1);
  }

  /**
   * The mean squared error on validation samples that were kept of earlier data, on torques
   * standardised by the new ones and those that were kept.
   *
   * @param before of the model that training began with
   * @param after of the model that it returned
   */
  public record Retention(double before, double after) {}

  /** Why training ended. */
  public enum Stop {
    /** All planned epochs are done. */
    EPOCHS_DONE,
    /** The validation error has not improved for as many epochs as patience allows. */
    NO_IMPROVEMENT,
    /** The time is up. */
    TIME_OVER
  }
}
