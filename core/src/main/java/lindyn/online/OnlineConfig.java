package lindyn.online;

import lindyn.Checks;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.UpdateRule;

/**
 * How a model learns while the robot moves. A piece is the samples of one window or sequence; each
 * scored sample completes one for windows, and every T − warm-up samples do for streams.
 *
 * @param batchSize pieces per update: half of them of the latest, half of the reservoir
 * @param updatesPerPiece updates of the weights after each piece
 * @param latestPieces how many pieces the latest are
 * @param rehearsalSamples how many samples the reservoir holds at most, old ones and new ones
 * @param rule how the weights learn from their gradients
 * @param waitingSamples how many samples may wait for the learner; further ones are lost
 * @param seed seed of all that is random
 */
public record OnlineConfig(
    int batchSize,
    int updatesPerPiece,
    int latestPieces,
    int rehearsalSamples,
    UpdateRule rule,
    int waitingSamples,
    long seed) {

  /** Settings for a stream of samples every few milliseconds. */
  public static final OnlineConfig DEFAULT =
      new OnlineConfig(32, 10, 32, 20_000, new UpdateRule(new Adagrad(0.1, 0.1)), 8192, 1);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public OnlineConfig {
    Checks.positive(batchSize, "batch size");
    Checks.positive(updatesPerPiece, "updates per piece");
    Checks.positive(latestPieces, "latest pieces");
    Checks.positive(rehearsalSamples, "rehearsal samples");
    Checks.positive(waitingSamples, "waiting samples");
  }

  /** Returns these settings with another rule. */
  public OnlineConfig withRule(UpdateRule newRule) {
    return new OnlineConfig(
        batchSize, updatesPerPiece, latestPieces, rehearsalSamples, newRule, waitingSamples, seed);
  }

  /** Returns these settings with another number of updates. */
  public OnlineConfig withUpdatesPerPiece(int newUpdates) {
    return new OnlineConfig(
        batchSize, newUpdates, latestPieces, rehearsalSamples, rule, waitingSamples, seed);
  }

  /** Returns these settings with another number of samples that are kept. */
  public OnlineConfig withRehearsalSamples(int newRehearsalSamples) {
    return new OnlineConfig(
        batchSize, updatesPerPiece, latestPieces, newRehearsalSamples, rule, waitingSamples, seed);
  }

  /** Returns these settings with another number of samples that may wait. */
  public OnlineConfig withWaitingSamples(int newWaitingSamples) {
    return new OnlineConfig(
        batchSize, updatesPerPiece, latestPieces, rehearsalSamples, rule, newWaitingSamples, seed);
  }

  /** Returns these settings with another seed. */
  public OnlineConfig withSeed(long newSeed) {
    return new OnlineConfig(
        batchSize, updatesPerPiece, latestPieces, rehearsalSamples, rule, waitingSamples, newSeed);
  }
}
