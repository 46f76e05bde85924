package lindyn.bench.lesson;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lindyn.Provenance;
import lindyn.data.DrawnSamples;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.device.Device;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.TrainingSession;
import lindyn.run.Versions;
import lindyn.train.NetworkUnits;

/** Trains a network on windows that end at the samples of a lesson. */
final class DrawnWindows {

  private final Lesson lesson;
  private final LstmConfig network;
  private final WindowTraining training;
  private final long seed;

  DrawnWindows(Lesson lesson, LstmConfig network, WindowTraining training, long seed) {
    this.lesson = lesson;
    this.network = network;
    this.training = training;
    this.seed = seed;
  }

  /**
   * Trains.
   *
   * @throws IllegalArgumentException if the network is not one for windows
   */
  TrainedLstm train() {
    if (!(network.history() instanceof History.Window)) {
      throw new IllegalArgumentException("expected a network for windows, got " + network);
    }
    NetworkUnits units = units();
    SampleMatrix matrix = units.standardized(units.residuals(lesson.drawn().trajectories()));
    int batchSize = Math.min(training.batchSize(), lesson.drawn().count());
    var settings =
        new TrainingSession.Settings(training.rule(), batchSize, Device.ONE_THREAD, seed);
    try (var session = new TrainingSession(network, settings, matrix, matrix)) {
      learn(session, batchSize);
      return new TrainedLstm(
          lesson.log().signals(),
          network,
          session.weights(),
          units.base(),
          units.inputs(),
          units.targets(),
          provenance(session));
    }
  }

  private NetworkUnits units() {
    Optional<RigidBodyModel> base =
        switch (network.base()) {
          case NONE -> Optional.empty();
          case RIGID_BODY ->
              Optional.of(RigidBodyModel.fit(lesson.log().signals(), lesson.samples()));
        };
    return NetworkUnits.fitted(network, base, NetworkUnits.residuals(base, lesson.samples()));
  }

  private void learn(TrainingSession session, int batchSize) {
    long windows = (long) training.epochs() * lesson.drawn().count();
    int updates = (int) (windows / batchSize);
    try (var steps = session.updates(updates, new Batches(lesson.drawn(), batchSize))) {
      for (int step = 0; step < updates; step++) {
        steps.next(1);
      }
    }
  }

  /** Batches from one random order of all windows after the other, without a gap. */
  private final class Batches implements IntFunction<List<Sequence>> {

    private final Sequence[] windows;
    private final int batchSize;
    private final SplittableRandom random = new SplittableRandom(seed).split();
    private int next;

    Batches(DrawnSamples drawn, int batchSize) {
      this.batchSize = batchSize;
      windows = new Sequence[drawn.count()];
      drawn.forEach(
          (place, trajectory, timeStep) -> {
            int row = drawn.sample(place);
            windows[place] = Sequence.of(row, row - timeStep, network.history());
          });
      next = windows.length;
    }

    @Override
    public List<Sequence> apply(int step) {
      return IntStream.range(0, batchSize).mapToObj(i -> window()).toList();
    }

    private Sequence window() {
      if (next == windows.length) {
        shuffle();
        next = 0;
      }
      return windows[next++];
    }

    private void shuffle() {
      for (int i = windows.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        Sequence window = windows[i];
        windows[i] = windows[other];
        windows[other] = window;
      }
    }
  }

  private Provenance provenance(TrainingSession session) {
    return new Provenance(
        Versions.lindynVersion(),
        TrainingSession.tensorflowVersion(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        seed,
        session.device(),
        lesson.log().sources());
  }
}
