package lindyn.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import lindyn.data.History;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig;
import lindyn.lstm.graph.Adagrad;
import lindyn.lstm.graph.TrainingSession;
import lindyn.lstm.graph.UpdateRule;

/**
 * The sizes of a training that Lindyn and its peers all do.
 *
 * @param layers LSTM layers with the tanh cell, under a linear read-out
 * @param units units per layer
 * @param batch sequences per update
 * @param warmUp updates before the clock starts
 * @param updates all updates that are made, those of the warm-up among them
 */
record PeerJob(int layers, int units, int batch, int warmUp, int updates) {

  /** Length of the sequences; every step is in the loss. */
  static final int TIME_STEPS = 64;

  static final Adagrad ADAGRAD = new Adagrad(0.1, 0.1);

  /** Seed of the initial weights and of the order of the sequences. */
  static final long SEED = 1;

  PeerJob {
    if (warmUp < 1 || updates <= warmUp) {
      throw new IllegalArgumentException(
          "expected a warm-up of at least 1 update and more updates than that, got "
              + warmUp
              + " of "
              + updates);
    }
  }

  static PeerJob ofProperties(PeerProperties properties) {
    return new PeerJob(
        properties.count("layers"),
        properties.count("units"),
        properties.count("batch"),
        properties.count("warmUp"),
        properties.count("updates"));
  }

  Map<String, Number> properties() {
    Map<String, Number> properties = new LinkedHashMap<>();
    properties.put("layers", layers);
    properties.put("units", units);
    properties.put("batch", batch);
    properties.put("timeSteps", TIME_STEPS);
    properties.put("warmUp", warmUp);
    properties.put("updates", updates);
    properties.put("learningRate", ADAGRAD.learningRate());
    properties.put("initialAccumulator", ADAGRAD.initialAccumulator());
    return properties;
  }

  LstmConfig network() {
    return LstmConfig.RECOMMENDED
        .withLayers(layers)
        .withHiddenUnits(units)
        .withBase(LstmConfig.Base.NONE)
        .withHistory(new History.Stream(TIME_STEPS, 0));
  }

  TrainingSession.Settings settings(int threads) {
    return new TrainingSession.Settings(
        new UpdateRule(ADAGRAD), batch, new Device.Cpu(threads), SEED);
  }

  /** Returns the time steps of the updates that are timed. */
  long timedSteps() {
    return (long) (updates - warmUp) * batch * TIME_STEPS;
  }

  @Override
  public String toString() {
    return String.format("%dx%d units, batch %d, T=%d", layers, units, batch, TIME_STEPS);
  }
}
