package lindyn.train;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lindyn.InputException;
import lindyn.Provenance;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.LogData;
import lindyn.data.Rehearsal;
import lindyn.data.SequenceOrder;
import lindyn.data.Split;
import lindyn.device.DeviceFailedException;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.TrainingSession;
import lindyn.run.Versions;
import lindyn.train.TrainingResult.Retention;
import lindyn.train.TrainingResult.Stop;

/**
 * Trains an LSTM (Rueckert et al. 2017, section II-C), and keeps the weights with the best
 * validation error.
 */
public final class Trainer {

  private final LstmConfig network;
  private final TrainingConfig config;
  private final Optional<Continuation> continuation;

  /**
   * Takes what is trained and how.
   *
   * @throws IllegalArgumentException if windows are to go on from each other
   */
  public Trainer(LstmConfig network, TrainingConfig config) {
    this(network, config, Optional.empty());
  }

  /**
   * Takes a model that learns from further data, and how.
   *
   * @throws IllegalArgumentException if windows are to go on from each other, or a batch is too
   *     small for new and old samples
   */
  public Trainer(Continuation continuation, TrainingConfig config) {
    this(continuation.model().config(), config, Optional.of(continuation));
  }

  private Trainer(LstmConfig network, TrainingConfig config, Optional<Continuation> continuation) {
    if (network.history() instanceof History.Window
        && config.sequences() == SequenceOrder.CONTIGUOUS) {
      throw new IllegalArgumentException(
          "windows see nothing before them, so they cannot be contiguous; train on sequences");
    }
    if (config.batchSize() < 2 && continuation.stream().anyMatch(begun -> begun.share() > 0)) {
      throw new IllegalArgumentException("a batch of 1 has no room for new and old samples");
    }
    this.network = network;
    this.config = config;
    this.continuation = continuation;
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
   * @throws lindyn.device.WorkerLostException if processes of the cluster are gone
   * @throws DeviceFailedException if TensorFlow fails on a GPU or in a cluster
   * @throws IllegalArgumentException if the state is of another network or optimiser
   */
  public TrainingResult train(
      LogData log, Split split, TrainingListener listener, RunKeeper keeper) {
    requireLength(split.train());
    Rehearsal old = continuation.map(Continuation::old).orElse(Rehearsal.NONE);
    List<Trajectory> train = MixedSamples.joined(split.train(), old.train().pieces());
    Optional<RigidBodyModel> base =
        continuation.map(begun -> begun.model().base()).orElseGet(() -> fittedBase(log, split));
    List<Trajectory> residuals = NetworkUnits.residuals(base, train);
    NetworkUnits units =
        continuation
            .map(begun -> NetworkUnits.of(begun.model()))
            .orElseGet(() -> NetworkUnits.fitted(network, base, residuals));
    TrainingData data =
        TrainingData.of(
            MixedSamples.of(units, residuals, split.train().size(), network.history()),
            MixedSamples.of(
                units,
                units.residuals(MixedSamples.joined(split.validation(), old.validation().pieces())),
                split.validation().size(),
                network.history()),
            network.history(),
            config,
            continuation.map(Continuation::share).orElse(0.0),
            JointWeights.of(units.targets(), train));
    var settings =
        new TrainingSession.Settings(
                config.updateRule(), data.batchSize(), config.device(), config.seed())
            .withEngine(config.engine())
            .withSequences(config.sequences());
    try (var session =
        new TrainingSession(network, settings, data.train(), data.validationSamples())) {
      continuation.ifPresent(begun -> session.setWeights(begun.model().weights()));
      var run = new TrainingRun(config, data, session, listener, keeper);
      Stop stop = run.train();
      var model =
          new TrainedLstm(
              continuation.map(begun -> begun.model().signals()).orElse(log.signals()),
              network,
              run.best().weights(),
              units.base(),
              units.inputs(),
              units.targets(),
              provenance(log, session));
      return new TrainingResult(
          model,
          run.reports(),
          run.best().epoch(),
          stop,
          continuation.flatMap(begun -> retention(begun, model, data.validation(), session)));
    } catch (RuntimeException e) {
      throw DeviceFailedException.of(e, config.device());
    }
  }

  private Optional<RigidBodyModel> fittedBase(LogData log, Split split) {
    return switch (network.base()) {
      case NONE -> Optional.empty();
      case RIGID_BODY -> Optional.of(RigidBodyModel.fit(log.signals(), split.train()));
    };
  }

  private static Optional<Retention> retention(
      Continuation continuation,
      TrainedLstm model,
      Validation validation,
      TrainingSession session) {
    session.setWeights(continuation.model().weights());
    Optional<Double> before = validation.oldLoss(session);
    session.setWeights(model.weights());
    Optional<Double> after = validation.oldLoss(session);
    return before.map(loss -> new Retention(loss, after.orElseThrow()));
  }

  private void requireLength(List<Trajectory> train) {
    int needed = network.history().timeSteps();
    int longest = train.stream().mapToInt(Trajectory::timeSteps).max().orElse(0);
    if (longest < needed) {
      throw new InputException(
          String.format(
              "the longest training trajectory has %d samples, fewer than the %s of %d time steps;"
                  + " record longer trajectories%s",
              longest,
              historyName(),
              needed,
              continuation.isPresent() ? "" : " or choose a shorter " + historyName()));
    }
  }

  private String historyName() {
    return network.history() instanceof History.Window ? "window" : "sequence";
  }

  private Provenance provenance(LogData log, TrainingSession session) {
    return new Provenance(
        Versions.lindynVersion(),
        TrainingSession.tensorflowVersion(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        config.seed(),
        session.device(),
        sources(log));
  }

  /** All logs that the model has learned from, each once. */
  private List<Provenance.Source> sources(LogData log) {
    Stream<Provenance.Source> earlier =
        continuation.stream().flatMap(begun -> begun.model().provenance().sources().stream());
    return Stream.concat(earlier, log.sources().stream()).distinct().toList();
  }
}
