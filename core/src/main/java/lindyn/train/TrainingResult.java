package lindyn.train;

import java.util.List;
import lindyn.lstm.TrainedLstm;

/**
 * What a training run returns.
 *
 * @param model the network with the best validation error
 * @param epochs the report of every epoch
 * @param bestEpoch the epoch whose weights the model has; 0 if none was better than the start
 * @param stop why training ended
 */
public record TrainingResult(
    TrainedLstm model, List<EpochReport> epochs, int bestEpoch, Stop stop) {

  /** Copies the list. */
  public TrainingResult {
    epochs = List.copyOf(epochs);
  }

  /** Returns the report of the last epoch. */
  public EpochReport last() {
    return epochs.get(epochs.size() - 1);
  }

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
