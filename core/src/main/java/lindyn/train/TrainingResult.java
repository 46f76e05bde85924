package lindyn.train;

import java.util.List;
import lindyn.lstm.TrainedLstm;

/**
 * What a training run returns.
 *
 * @param model the network with the best validation error
 * @param epochs the report of every epoch
 * @param stop why training ended
 */
public record TrainingResult(TrainedLstm model, List<EpochReport> epochs, Stop stop) {

  /** Copies the list. */
  public TrainingResult {
    epochs = List.copyOf(epochs);
  }

  /** Returns the report of the last epoch. */
  public EpochReport last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Returns the report of the epoch whose weights the model has. */
  public EpochReport best() {
    return epochs.stream()
        .filter(EpochReport::best)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Why training ended. */
  public enum Stop {
    /** All planned epochs are done. */
    EPOCHS_DONE,
    /** The validation error has not improved for as many epochs as patience allows. */
    NO_IMPROVEMENT
  }
}
