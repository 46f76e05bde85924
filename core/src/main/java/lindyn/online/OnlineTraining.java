package lindyn.online;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.Trajectory;
import lindyn.data.Reservoir;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.LstmWeights;
import lindyn.lstm.graph.SessionState;
import lindyn.lstm.graph.TrainingSession;
import lindyn.train.Continuation;
import lindyn.train.NetworkUnits;
import org.jspecify.annotations.Nullable;

/**
 * A network that learns from pieces as they come. What it learns depends on the pieces and the seed
 * alone, not on time. Owns native memory; used by one thread.
 */
final class OnlineTraining implements AutoCloseable {

  private final LstmConfig network;
  private final LstmWeights begun;
  private final NetworkUnits units;
  private final OnlineConfig config;
  private final SplittableRandom random;
  private final int capacity;

  /** What the base leaves of the latest pieces, computed once. */
  private final Deque<Trajectory> latest = new ArrayDeque<>();

  /** What is kept, as it was pushed. */
  private Reservoir reservoir;

  /** What the base leaves of the same pieces. */
  private Reservoir residuals;

  private @Nullable TrainingSession session;

  OnlineTraining(Continuation begin, OnlineConfig config) {
    this.network = begin.model().config();
    this.begun = begin.model().weights();
    this.units = NetworkUnits.of(begin.model());
    this.config = config;
    random = new SplittableRandom(config.seed());
    capacity = Math.max(1, config.rehearsalSamples() / network.history().timeSteps());
    reservoir = begin.old().train().atMost(capacity, random);
    residuals = new Reservoir(units.residuals(reservoir.pieces()), reservoir.seen());
  }

  /**
   * Takes the updates that a new piece is worth.
   *
   * @return the mean squared error of the last one's batch, on standardised torques
   */
  double learn(Trajectory piece) {
    Trajectory residual = units.residuals(List.of(piece)).get(0);
    latest.addLast(residual);
    if (latest.size() > config.latestPieces()) {
      latest.removeFirst();
    }
    long choice = random.nextLong();
    reservoir = reservoir.plus(piece, capacity, new SplittableRandom(choice));
    residuals = residuals.plus(residual, capacity, new SplittableRandom(choice));
    double loss = Double.NaN;
    for (int update = 0; update < config.updatesPerPiece(); update++) {
      loss = update();
    }
    return loss;
  }

  private double update() {
    List<Trajectory> pieces = batch();
    SampleMatrix samples = units.standardized(pieces);
    List<Sequence> whole = samples.lastSequences(0, pieces.size(), network.history());
    double sum = 0;
    float[] losses = session(samples).updateOn(samples, whole);
    for (float loss : losses) {
      sum += loss;
    }
    return sum / losses.length;
  }

  /** The newest piece, some of the latest, and as many of the reservoir. */
  private List<Trajectory> batch() {
    List<Trajectory> recent = List.copyOf(latest);
    List<Trajectory> batch = new ArrayList<>();
    batch.add(latest.getLast());
    while (batch.size() < config.batchSize()) {
      List<Trajectory> from = 2 * batch.size() < config.batchSize() ? recent : residuals.pieces();
      batch.add(from.get(random.nextInt(from.size())));
    }
    return batch;
  }

  /** Opened with the first batch, since a session is made for samples of known sizes. */
  private TrainingSession session(SampleMatrix samples) {
    if (session == null) {
      var settings =
          new TrainingSession.Settings(
                  config.rule(), config.batchSize(), Device.ONE_THREAD, config.seed())
              .withResidentBytes(0);
      session = new TrainingSession(network, settings, samples, samples);
      session.setWeights(begun);
    }
    return session;
  }

  /**
   * Returns a copy of all that the updates have changed.
   *
   * @throws IllegalStateException before the first update
   */
  SessionState state() {
    if (session == null) {
      throw new IllegalStateException("nothing was learned yet");
    }
    return session.state();
  }

  /** Returns what is kept of all pieces and of what was kept before. */
  Reservoir reservoir() {
    return reservoir;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
