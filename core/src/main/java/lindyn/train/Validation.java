package lindyn.train;

import java.util.List;
import lindyn.data.Sequence;
import lindyn.lstm.TrainingSession;

/**
 * What a network's progress is measured by.
 *
 * @param recent windows or sequences of the validation trajectories
 * @param old those that are kept of earlier data; may be empty
 * @param oldShare how much of the error is on the old ones
 * @param jointWeights turns errors into standardised torques
 */
record Validation(
    List<Sequence> recent, List<Sequence> old, double oldShare, JointWeights jointWeights) {

  /** Returns the mean squared error, on standardised torques. */
  double loss(TrainingSession session) {
    double onRecent = jointWeights.mean(session.validationLosses(recent));
    return oldShare == 0 ? onRecent : (1 - oldShare) * onRecent + oldShare * oldLoss(session);
  }

  /** Returns the mean squared error on old data, on standardised torques. */
  double oldLoss(TrainingSession session) {
    return jointWeights.mean(session.validationLosses(old));
  }
}
