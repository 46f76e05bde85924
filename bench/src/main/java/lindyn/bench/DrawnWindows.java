package lindyn.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lindyn.Provenance;
import lindyn.Signals;
import lindyn.Trajectory;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.Sequence;
import lindyn.data.Standardizer;
import lindyn.linear.RigidBodyModel;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.TrainedLstm;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.TrainingSession;
import lindyn.lstm.graph.UpdateRule;
import lindyn.run.Versions;

/**
 * Training on n windows that end at random samples: nothing else is learned from, neither by the
 * network nor by its base or its scaling (but for the steps that the windows reach back to).
 */
final class DrawnWindows {

  private static final int EPOCHS = 100;
  private static final int BATCH = 128;
  private static final double LEARNING_RATE = 0.5;
  private static final double INITIAL_ACCUMULATOR = 0.1;

  private final List<Trajectory> trajectories;
  private final List<Sample> drawn;
  private final SplittableRandom order;

  private DrawnWindows(List<Trajectory> trajectories, List<Sample> drawn, SplittableRandom order) {
    this.trajectories = trajectories;
    this.drawn = drawn;
    this.order = order;
  }

  /** Time step t of trajectory i. */
  private record Sample(int i, int t) {}

  /** Draws windows without replacement. */
  static DrawnWindows of(List<Trajectory> trajectories, int windows, SplittableRandom random) {
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < trajectories.size(); i++) {
      for (int t = 0; t < trajectories.get(i).timeSteps(); t++) {
        all.add(new Sample(i, t));
      }
    }
    for (int k = 0; k < windows; k++) {
      int other = random.nextInt(k, all.size());
      all.set(k, all.set(other, all.get(k)));
    }
    return new DrawnWindows(trajectories, List.copyOf(all.subList(0, windows)), random);
  }

  /** Returns the samples that the windows end at, each as a trajectory of its own. */
  List<Trajectory> samples() {
    return drawn.stream()
        .map(sample -> trajectories.get(sample.i()).slice("drawn", sample.t(), sample.t() + 1))
        .toList();
  }

  /** Trains for the paper's 100 epochs of batches of 128. */
  TrainedLstm train(Signals signals, LstmConfig network, Optional<RigidBodyModel> base, long seed) {
    List<Trajectory> samples = residuals(base, samples());
    Standardizer inputs =
        Standardizer.zScore(samples.stream().map(s -> s.motion().inputSeries()).toList())
            .withLimit(network.inputLimit());
    Standardizer targets = Standardizer.zScore(samples.stream().map(Trajectory::tau).toList());
    SampleMatrix matrix = SampleMatrix.of(residuals(base, trajectories), inputs, targets);
    var settings =
        new TrainingSession.Settings(
            new UpdateRule(new Adagrad(LEARNING_RATE, INITIAL_ACCUMULATOR)), BATCH, 1, seed);
    try (var session = new TrainingSession(network, settings, matrix, matrix)) {
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        epoch(session, matrix, network.history());
      }
      return new TrainedLstm(
          signals, network, session.weights(), base, inputs, targets, provenance(session, seed));
    }
  }

  private void epoch(TrainingSession session, SampleMatrix matrix, History history) {
    List<Sample> shuffled = new ArrayList<>(drawn);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      shuffled.set(i, shuffled.set(order.nextInt(i + 1), shuffled.get(i)));
    }
    for (int from = 0; from + BATCH <= shuffled.size(); from += BATCH) {
      session.update(
          shuffled.subList(from, from + BATCH).stream()
              .map(sample -> window(matrix.firstRow(sample.i()), sample.t(), history))
              .toList());
    }
  }

  private static Sequence window(int firstRow, int timeStep, History history) {
    return Sequence.of(firstRow + timeStep, firstRow, history);
  }

  private static List<Trajectory> residuals(
      Optional<RigidBodyModel> base, List<Trajectory> trajectories) {
    return base.map(model -> model.residuals(trajectories)).orElse(trajectories);
  }

  private static Provenance provenance(TrainingSession session, long seed) {
    return new Provenance(
        Versions.lindynVersion(),
        session.tensorflowVersion(),
        Instant.now().toString(),
        seed,
        session.device(),
        List.of());
  }
}
