package lindyn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainingSession;
import lindyn.train.TrainingResult.Stop;

/** The epochs of one training, and the best weights so far. */
final class TrainingRun {

  private final TrainingConfig config;
  private final TrainingSession session;
  private final JointWeights jointWeights;
  private final TrainingListener listener;
  private final SplittableRandom order;
  private final List<EpochReport> reports = new ArrayList<>();
  private final long begin = System.nanoTime();
  private LstmWeights bestWeights;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private long timeSteps;

  TrainingRun(
      TrainingConfig config,
      TrainingSession session,
      JointWeights jointWeights,
      TrainingListener listener) {
    this.config = config;
    this.session = session;
    this.jointWeights = jointWeights;
    this.listener = listener;
    order = new SplittableRandom(config.seed()).split();
    bestWeights = session.weights();
  }

  /**
   * Trains until the epochs are done or the validation error has not improved for long.
   *
   * @param batchSize windows or sequences per update
   * @param samples the training samples
   * @param history what the network sees
   * @param validation the windows or sequences of the validation samples
   */
  Stop epochs(int batchSize, SampleMatrix samples, History history, SequenceIndex validation) {
    bestLoss = validationLoss(0, validation);
    for (int epoch = 1; epoch <= config.epochs(); epoch++) {
      SequenceIndex sequences = SequenceIndex.shuffled(samples, history, order);
      double trainLoss = epoch(epoch, batchSize, sequences);
      timeSteps += (long) (sequences.size() / batchSize) * batchSize * history.timeSteps();
      double loss = validationLoss(epoch, validation);
      boolean improved = loss < bestLoss;
      if (improved) {
        bestWeights = session.weights();
        bestLoss = loss;
        bestEpoch = epoch;
      }
      report(epoch, trainLoss, loss, improved);
      if (epoch - bestEpoch >= config.patience() && epoch < config.epochs()) {
        return Stop.NO_IMPROVEMENT;
      }
    }
    return Stop.EPOCHS_DONE;
  }

  /** One pass over the training data; what does not fill a last batch waits for another epoch. */
  private double epoch(int epoch, int batchSize, SequenceIndex sequences) {
    int updates = sequences.size() / batchSize;
    double sum = 0;
    try (TrainingSession.Updates steps =
        session.updates(updates, step -> sequences.batch(step * batchSize, batchSize))) {
      for (int update = 1; update <= updates; update++) {
        double loss = jointWeights.mean(steps.next(1));
        if (!Double.isFinite(loss)) {
          throw NonFiniteLossException.inTraining(loss, epoch, update, config.learningRate());
        }
        sum += loss;
      }
    }
    return sum / updates;
  }

  private double validationLoss(int epoch, SequenceIndex validation) {
    double loss = jointWeights.mean(session.validationLosses(validation));
    if (!Double.isFinite(loss)) {
      throw NonFiniteLossException.inValidation(loss, epoch, config.learningRate());
    }
    return loss;
  }

  private void report(int epoch, double trainLoss, double validationLoss, boolean improved) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    var report =
        new EpochReport(
            epoch, config.epochs(), trainLoss, validationLoss, improved, timeSteps, seconds);
    reports.add(report);
    listener.onEpoch(report);
  }

  LstmWeights bestWeights() {
    return bestWeights;
  }

  int bestEpoch() {
    return bestEpoch;
  }

  List<EpochReport> reports() {
    return reports;
  }
}
