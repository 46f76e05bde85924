package lindyn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lindyn.lstm.graph.TrainingSession;
import lindyn.train.Checkpoint.Best;
import lindyn.train.Checkpoint.Position;
import lindyn.train.TrainingResult.Stop;

/** The epochs of one training, and the best weights so far. */
final class TrainingRun {

  private final TrainingConfig config;
  private final TrainingData data;
  private final TrainingSession session;
  private final TrainingListener listener;
  private final RunKeeper keeper;
  private final List<EpochReport> reports = new ArrayList<>();
  private final long begin = System.nanoTime();
  private Best best;
  private int epoch = 1;
  private int updates;
  private double lossSum;
  private long updatesBefore;
  private double secondsBefore;

  /** Begins, or goes on from what the keeper has found. */
  TrainingRun(
      TrainingConfig config,
      TrainingData data,
      TrainingSession session,
      TrainingListener listener,
      RunKeeper keeper) {
    this.config = config;
    this.data = data;
    this.session = session;
    this.listener = listener;
    this.keeper = keeper;
    Optional<Checkpoint> found = keeper.found();
    found.ifPresent(this::restore);
    best =
        found
            .map(Checkpoint::best)
            .orElseGet(() -> new Best(0, validationLoss(0), session.weights()));
  }

  private void restore(Checkpoint checkpoint) {
    session.restore(checkpoint.session());
    Position position = checkpoint.position();
    epoch = position.epoch();
    updates = position.updates();
    lossSum = position.lossSum();
    secondsBefore = position.seconds();
    updatesBefore = checkpoint.session().updates() - updates;
    reports.addAll(checkpoint.reports());
  }

  private Checkpoint checkpoint() {
    var state = session.state();
    if (!state.isFinite()) { // the loss of the next step would show it
      throw NonFiniteLossException.inWeights(epoch, updates, learningRate());
    }
    return new Checkpoint(new Position(epoch, updates, lossSum, seconds()), state, best, reports);
  }

  /** Trains until a limit is reached. */
  Stop train() {
    listener.onStart(
        new TrainingStart(TrainingSession.tensorflowVersion(), session.device(), reports));
    Optional<Stop> stop = stop();
    while (stop.isEmpty()) {
      epoch();
      keeper.offer(this::checkpoint);
      stop = stop();
    }
    return stop.get();
  }

  private Optional<Stop> stop() {
    int done = epoch - 1;
    if (done >= config.limits().epochs()) {
      return Optional.of(Stop.EPOCHS_DONE);
    }
    if (done - best.epoch() >= config.limits().patience()) {
      return Optional.of(Stop.NO_IMPROVEMENT);
    }
    return done > 0 && isTimeOver() ? Optional.of(Stop.TIME_OVER) : Optional.empty();
  }

  private boolean isTimeOver() {
    return seconds() >= 60 * config.limits().minutes();
  }

  /** One pass over the training data, or as much of it as time allows. */
  private void epoch() {
    EpochOrder.Batches batches = data.order().of(epoch);
    int all = batches.count();
    int first = updates;
    try (TrainingSession.Updates steps =
        session.updates(all - first, step -> batches.at(first + step))) {
      while (updates < all && (updates == 0 || !isTimeOver())) {
        update(steps, all);
        keeper.offer(this::checkpoint);
      }
    }
    double loss = validationLoss(epoch);
    boolean improved = loss < best.loss();
    if (improved) {
      best = new Best(epoch, loss, session.weights());
    }
    report(loss, improved);
    updatesBefore += updates;
    updates = 0;
    lossSum = 0;
    epoch++;
  }

  private void update(TrainingSession.Updates steps, int all) {
    double done = epoch - 1 + (double) updates / all;
    double factor = config.schedule().factor(done, config.limits().epochs());
    double loss = data.validation().jointWeights().mean(steps.next(factor));
    updates++;
    if (!Double.isFinite(loss)) {
      throw NonFiniteLossException.inTraining(loss, epoch, updates, learningRate());
    }
    lossSum += loss;
  }

  private double validationLoss(int afterEpoch) {
    double loss = data.validation().loss(session);
    if (!Double.isFinite(loss)) {
      throw NonFiniteLossException.inValidation(loss, afterEpoch, learningRate());
    }
    return loss;
  }

  private double learningRate() {
    return config.updateRule().optimizer().learningRate();
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - begin) / 1e9;
  }

  private void report(double validationLoss, boolean improved) {
    long timeSteps = (updatesBefore + updates) * data.batchSize() * data.timeSteps();
    var report =
        new EpochReport(
            epoch,
            config.limits().epochs(),
            lossSum / updates,
            validationLoss,
            improved,
            timeSteps,
            seconds());
    reports.add(report);
    listener.onEpoch(report);
  }

  Best best() {
    return best;
  }

  List<EpochReport> reports() {
    return reports;
  }
}
