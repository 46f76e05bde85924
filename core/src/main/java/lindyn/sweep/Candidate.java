package lindyn.sweep;

import java.util.List;
import lindyn.lstm.LstmConfig;
import lindyn.train.TrainingConfig;

/**
 * One of the networks that compete.
 *
 * @param number its name, from 1
 * @param settings those that vary, in words
 * @param network the network
 * @param training how it is trained, if it goes on to the end
 */
public record Candidate(
    int number, List<Setting> settings, LstmConfig network, TrainingConfig training) {

  /** Copies the list. */
  public Candidate {
    settings = List.copyOf(settings);
  }

  /** Returns the number of epochs to the end. */
  public int epochs() {
    return training.limits().epochs();
  }

  /** Returns number and settings for people. */
  public String text() {
    return "candidate " + number + " (" + Setting.text(settings) + ")";
  }
}
