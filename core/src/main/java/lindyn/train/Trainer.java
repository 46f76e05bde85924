package lindyn.train;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lindyn.InputException;
import lindyn.JointSeries;
import lindyn.Provenance;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.TrainingSession;
import lindyn.run.Versions;
import lindyn.train.TrainingResult.Stop;

/**
 * Trains an LSTM (Rueckert et al. 2017, section II-C), and keeps the weights with the best
 * validation error.
 */
public final class Trainer {

  /** Room that the (0, 1) scaling leaves on each side of the training range. */
  private static final double UNIT_INTERVAL_MARGIN = 0.1;

  private final LstmConfig network;
  private final TrainingConfig config;

  /**
   * Takes what is trained and how.
   *
   * @throws IllegalArgumentException if windows are to go on from each other
   */
  public Trainer(LstmConfig network, TrainingConfig config) {
    if (network.history() instanceof History.Window
        && config.sequences() == SequenceOrder.CONTIGUOUS) {
      throw new IllegalArgumentException(
          "windows see nothing before them, so they cannot be contiguous; train on sequences");
    }
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
   * @throws NonFiniteLossException if the loss is not finite, on the training or the validation
   *     trajectories
   */
  public TrainingResult train(LogData log, Split split, TrainingListener listener) {
    return train(log, split, listener, RunKeeper.NONE);
  }

  /**
   * Does the same in a run that is kept: it goes on from where it was, with the same bits on one
   * thread.
   *
   * @param keeper gives the state to go on from, and is offered every later one
   * @throws TrainingInterruptedException if the keeper does
   * @throws IllegalArgumentException if the state is of another network or optimiser
   */
  public TrainingResult train(
      LogData log, Split split, TrainingListener listener, RunKeeper keeper) {
    requireLength(split.train());
    Optional<RigidBodyModel> base =
        switch (network.base()) {
          case NONE -> Optional.empty();
          case RIGID_BODY -> Optional.of(RigidBodyModel.fit(log.signals(), split.train()));
        };
    List<Trajectory> train = residuals(base, split.train());
    Standardizer inputs = Standardizer.zScore(inputSeries(train)).withLimit(network.inputLimit());
    Standardizer targets = targetStandardizer(train);
    SampleMatrix samples = SampleMatrix.of(train, inputs, targets);
    SampleMatrix validation = SampleMatrix.of(residuals(base, split.validation()), inputs, targets);
    var settings =
        new TrainingSession.Settings(
                config.updateRule(),
                Math.min(config.batchSize(), SequenceIndex.count(train, network.history())),
                config.threads(),
                config.seed())
            .withEngine(config.engine())
            .withSequences(config.sequences());
    var data =
        new TrainingRun.Data(
            settings.batchSize(),
            network.history().timeSteps(),
            order(samples, settings.batchSize()),
            new JointWeights(targets, Standardizer.zScore(torques(split.train()))));
    try (var session = new TrainingSession(network, settings, samples, validation)) {
      var run = new TrainingRun(config, data, session, listener, keeper);
      Stop stop = run.train();
      var model =
          new TrainedLstm(
              log.signals(),
              network,
              run.best().weights(),
              base,
              inputs,
              targets,
              provenance(log, session));
      return new TrainingResult(model, run.reports(), run.best().epoch(), stop);
    }
  }

  private EpochOrder order(SampleMatrix samples, int batchSize) {
    return switch (config.sequences()) {
      case RANDOM -> new ShuffledOrder(samples, network.history(), batchSize, config.seed());
      case CONTIGUOUS -> new ContiguousOrder(samples, network.history(), batchSize, config.seed());
    };
  }

  /** The trajectories with what the base leaves unexplained in place of the torques. */
  private static List<Trajectory> residuals(
      Optional<RigidBodyModel> base, List<Trajectory> trajectories) {
    return base.map(model -> model.residuals(trajectories)).orElse(trajectories);
  }

  private static List<JointSeries> inputSeries(List<Trajectory> trajectories) {
    return trajectories.stream().map(trajectory -> trajectory.motion().inputSeries()).toList();
  }

  private Standardizer targetStandardizer(List<Trajectory> trajectories) {
    return switch (network.targetScaling()) {
      case Z_SCORE -> Standardizer.zScore(torques(trajectories));
      case UNIT_INTERVAL -> Standardizer.unitInterval(torques(trajectories), UNIT_INTERVAL_MARGIN);
    };
  }

  private static List<JointSeries> torques(List<Trajectory> trajectories) {
    return trajectories.stream().map(Trajectory::tau).toList();
  }

  private void requireLength(List<Trajectory> train) {
    int needed = network.history().timeSteps();
    int longest = train.stream().mapToInt(Trajectory::timeSteps).max().orElse(0);
    if (longest < needed) {
      throw new InputException(
          String.format(
              "the longest training trajectory has %d samples, fewer than the %s of %d time steps;"
                  + " record longer trajectories or choose a shorter %s",
              longest, historyName(), needed, historyName()));
    }
  }

  private String historyName() {
    return network.history() instanceof History.Window ? "window" : "sequence";
  }

  private Provenance provenance(LogData log, TrainingSession session) {
    return new Provenance(
        Versions.lindynVersion(),
        session.tensorflowVersion(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        config.seed(),
        session.device(),
        log.sources());
  }
}
