package lindyn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lindyn.data.History;
import lindyn.data.SampleMatrix;
import lindyn.data.SequenceIndex;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.Engine;
import lindyn.lstm.graph.TrainingSession;
import lindyn.lstm.graph.UpdateRule;

/** One engine's training session, with the rates of its rounds. */
final class ThroughputRace implements AutoCloseable {

  static final int TIME_STEPS = 64;

  /** A round takes at least so long, in s. */
  private static final double ROUND = 0.4;

  private final Work work;
  private final TrainingSession session;
  private final SequenceIndex order;
  private final int updates;
  private final List<Double> rates = new ArrayList<>();

  /**
   * What is trained.
   *
   * @param cell the cell of both layers
   * @param units hidden units per layer
   * @param batch sequences per update
   */
  record Work(LstmConfig.Cell cell, int units, int batch) {

    private LstmConfig network() {
      return LstmConfig.RECOMMENDED
          .withCell(cell)
          .withLayers(2)
          .withHiddenUnits(units)
          .withBase(LstmConfig.Base.NONE)
          .withHistory(new History.Stream(TIME_STEPS, 0));
    }
  }

  /**
   * What trains it.
   *
   * @param engine what computes the step
   * @param device where
   */
  record Entrant(Engine engine, Device device) {}

  private ThroughputRace(Work work, Entrant entrant, SampleMatrix samples) {
    this.work = work;
    var settings =
        new TrainingSession.Settings(
                new UpdateRule(new Adagrad(0.1, 0.1)), work.batch(), entrant.device(), 1)
            .withEngine(entrant.engine());
    session = new TrainingSession(work.network(), settings, samples, samples);
    order = SequenceIndex.shuffled(samples, work.network().history(), new SplittableRandom(1));
    seconds(3); // the first one compiles
    updates = (int) Math.max(1, ROUND / (seconds(3) / 3));
  }

  /** Lets entrants take turns; returns the medians of their rates, in time steps per second. */
  static List<Double> medians(Work work, List<Entrant> entrants, SampleMatrix samples, int rounds) {
    List<ThroughputRace> races = new ArrayList<>();
    try {
      for (Entrant entrant : entrants) {
        races.add(new ThroughputRace(work, entrant, samples));
      }
      for (int round = 0; round < rounds; round++) {
        races.forEach(ThroughputRace::round);
      }
      return races.stream().map(ThroughputRace::median).toList();
    } finally {
      races.forEach(ThroughputRace::close);
    }
  }

  private void round() {
    rates.add((double) updates * work.batch() * TIME_STEPS / seconds(updates));
  }

  private double seconds(int count) {
    int batches = order.size() / work.batch();
    long begin = System.nanoTime();
    for (int update = 0; update < count; update++) {
      int from = update % batches * work.batch();
      session.update(order.subList(from, from + work.batch()));
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private double median() {
    double[] sorted = rates.stream().mapToDouble(rate -> rate).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @Override
  public void close() {
    session.close();
  }
}
