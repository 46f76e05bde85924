package lindyn.train;

import java.util.List;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.graph.SessionState;

/**
 * A training run between two steps, as plain data: what follows depends on nothing else but the
 * logs and the settings. Orders of the batches and learning rates are functions of seed and
 * position.
 *
 * @param position how far it is
 * @param session weights, and what the optimiser remembers
 * @param best the best weights so far
 * @param reports the reports of the epochs that are done
 */
public record Checkpoint(
    Position position, SessionState session, Best best, List<EpochReport> reports) {

  /** Copies the list. */
  public Checkpoint {
    reports = List.copyOf(reports);
  }

  /**
   * A place in the course of a run.
   *
   * @param epoch the epoch that it is in, from 1
   * @param updates how many updates of that epoch are done
   * @param lossSum sum of their losses
   * @param seconds time spent on training so far, in s
   */
  public record Position(int epoch, int updates, double lossSum, double seconds) {}

  /**
   * The weights with the least validation error so far.
   *
   * @param epoch the epoch that they are from; 0 for the start
   * @param loss their validation error
   * @param weights the weights
   */
  public record Best(int epoch, double loss, LstmWeights weights) {}
}
