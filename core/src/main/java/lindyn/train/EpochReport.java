package lindyn.train;

/**
 * What one epoch of training gave.
 *
 * @param epoch number of the epoch, from 1
 * @param epochs epochs that were planned
 * @param trainLoss mean squared error of the epoch's batches, on standardised torques
 * @param validationLoss mean squared error on the validation trajectories, on standardised torques
 * @param best whether this is the best validation error so far
 * @param timeSteps time steps that training has processed so far, in all epochs
 * @param seconds time spent on training so far, validation included, in s
 */
public record EpochReport(
    int epoch,
    int epochs,
    double trainLoss,
    double validationLoss,
    boolean best,
    long timeSteps,
    double seconds) {

  /** Returns the time steps processed per second so far. */
  public double timeStepsPerSecond() {
    return timeSteps / seconds;
  }
}
