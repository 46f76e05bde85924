package lindyn.train;

import java.util.Optional;
import lindyn.data.ValidationBatches;
import lindyn.lstm.graph.TrainingSession;

/**
 * What a network's progress is measured by.
 *
 * @param recent windows or sequences of the validation trajectories
 * @param old those that are kept of earlier data, if there are any
 * @param oldShare how much of the error is on the old ones
 * @param jointWeights turns errors into standardised torques
 */
record Validation(
    ValidationBatches recent,
    Optional<ValidationBatches> old,
    double oldShare,
    JointWeights jointWeights) {

  /** Returns the mean squared error, on standardised torques. */
  double loss(TrainingSession session) {
    double onRecent = jointWeights.mean(session.validationLosses(recent));
    return oldShare == 0
        ? onRecent
        : (1 - oldShare) * onRecent + oldShare * oldLoss(session).orElseThrow();
  }

  /** Returns the mean squared error on old data, if there is any, on standardised torques. */
  Optional<Double> oldLoss(TrainingSession session) {
    return old.map(batches -> jointWeights.mean(session.validationLosses(batches)));
  }
}
