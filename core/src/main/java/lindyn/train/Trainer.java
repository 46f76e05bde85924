package lindyn.train;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.Provenance;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.data.Split;
import lindyn.data.Standardizer;
import lindyn.lstm.Adagrad;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.TrainingSession;
import lindyn.train.TrainingResult.Stop;

/**
 * Trains an LSTM with Adagrad (Rueckert et al. 2017, section II-C), and keeps the weights with the
 * best validation error.
 */
public final class Trainer {

  /** Room that the (0, 1) scaling leaves on each side of the training range. */
  private static final double UNIT_INTERVAL_MARGIN = 0.1;

  private final LstmConfig network;
  private final TrainingConfig config;

  /** Takes what is trained and how. */
  public Trainer(LstmConfig network, TrainingConfig config) {
    this.network = network;
    this.config = config;
  }

  /**
   * Trains on {@code split.train()}, watched by {@code split.validation()}. Cost: O(samples) per
   * epoch.
   *
   * @param log where the split comes from: signals and sources
   * @param split the trajectories
   * @param listener hears of every epoch
   * @throws InputException if no training trajectory is as long as a window or sequence
   * @throws NonFiniteLossException if the loss is not finite
   */
  public TrainingResult train(LogData log, Split split, TrainingListener listener) {
    Standardizer inputs = Standardizer.zScore(inputSeries(split.train()));
    Standardizer targets = targetStandardizer(split.train());
    SampleMatrix samples = SampleMatrix.of(split.train(), inputs, targets);
    requireLength(samples);
    SampleMatrix validation = SampleMatrix.of(split.validation(), inputs, targets);
    var settings =
        new TrainingSession.Settings(
            new Adagrad(config.learningRate(), config.initialAccumulator()),
            Math.min(config.batchSize(), SequenceIndex.covering(samples, network.history()).size()),
            config.threads(),
            config.seed());
    try (var session = new TrainingSession(network, settings, samples, validation)) {
      var run = new Run(session, settings.batchSize(), samples, validation, listener);
      Stop stop = run.epochs();
      var model =
          new TrainedLstm(
              log.signals(), network, run.best, inputs, targets, provenance(log, session));
      return new TrainingResult(model, run.reports, stop);
    }
  }

  private static List<JointSeries> inputSeries(List<Trajectory> trajectories) {
    return trajectories.stream().map(trajectory -> trajectory.motion().inputSeries()).toList();
  }

  private Standardizer targetStandardizer(List<Trajectory> trajectories) {
    List<JointSeries> tau = trajectories.stream().map(Trajectory::tau).toList();
    return switch (network.targetScaling()) {
      case Z_SCORE -> Standardizer.zScore(tau);
      case UNIT_INTERVAL -> Standardizer.unitInterval(tau, UNIT_INTERVAL_MARGIN);
    };
  }

  private void requireLength(SampleMatrix samples) {
    int needed = network.history().timeSteps();
    if (samples.longest() < needed) {
      throw new InputException(
          String.format(
              "the longest training trajectory has %d samples, fewer than the %s of %d time steps;"
                  + " record longer trajectories or choose a shorter %s",
              samples.longest(), historyName(), needed, historyName()));
    }
  }

  private String historyName() {
    return network.history() instanceof History.Window ? "window" : "sequence";
  }

  private Provenance provenance(LogData log, TrainingSession session) {
    return new Provenance(
        "0.1.0",
        session.tensorflowVersion(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        config.seed(),
        session.device(),
        log.sources());
  }

  /** The epochs of one training run, and the best weights so far. */
  private final class Run {

    private final TrainingSession session;
    private final int batchSize;
    private final SampleMatrix samples;
    private final SequenceIndex validation;
    private final TrainingListener listener;
    private final SplittableRandom order = new SplittableRandom(config.seed()).split();
    private final List<EpochReport> reports = new ArrayList<>();
    private final long begin = System.nanoTime();
    private LstmWeights best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private long timeSteps;

    Run(
        TrainingSession session,
        int batchSize,
        SampleMatrix samples,
        SampleMatrix validation,
        TrainingListener listener) {
      this.session = session;
      this.batchSize = batchSize;
      this.samples = samples;
      this.validation = SequenceIndex.covering(validation, network.history());
      this.listener = listener;
      this.best = session.weights();
    }

    Stop epochs() {
      for (int epoch = 1; epoch <= config.epochs(); epoch++) {
        double trainLoss = epoch(epoch);
        double loss = session.validationLoss(validation);
        boolean improved = loss < bestLoss;
        if (improved) {
          best = session.weights();
          bestLoss = loss;
          bestEpoch = epoch;
        }
        report(epoch, trainLoss, loss, improved);
        if (epoch - bestEpoch >= config.patience()) {
          return Stop.NO_IMPROVEMENT;
        }
      }
      return Stop.EPOCHS_DONE;
    }

    /** One pass over the training data; a last batch that is not full is left to the next epoch. */
    private double epoch(int epoch) {
      SequenceIndex sequences = SequenceIndex.shuffled(samples, network.history(), order);
      int updates = sequences.size() / batchSize;
      double sum = 0;
      for (int update = 1; update <= updates; update++) {
        float loss = session.update(sequences.batch((update - 1) * batchSize, batchSize));
        if (!Float.isFinite(loss)) {
          throw new NonFiniteLossException(loss, epoch, update, config.learningRate());
        }
        sum += loss;
        timeSteps += (long) batchSize * network.history().timeSteps();
      }
      return sum / updates;
    }

    private void report(int epoch, double trainLoss, double validationLoss, boolean improved) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      var report =
          new EpochReport(
              epoch, config.epochs(), trainLoss, validationLoss, improved, timeSteps, seconds);
      reports.add(report);
      listener.onEpoch(report);
    }
  }
}
