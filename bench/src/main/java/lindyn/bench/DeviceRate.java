package lindyn.bench;

import java.util.List;
import java.util.Locale;
import lindyn.bench.ThroughputRace.Entrant;
import lindyn.bench.ThroughputRace.Work;
import lindyn.data.SampleMatrix;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig.Cell;

/**
 * How fast a device trains.
 *
 * @param name what was measured
 * @param units hidden units per layer
 * @param batch sequences per update
 * @param rate time steps per second, the median of some rounds
 */
record DeviceRate(String name, int units, int batch, double rate) {

  static final int[] UNITS = {10, 256};
  static final int[] BATCHES = {128, 512, 2048, 8192};
  static final int ROUNDS = 5;

  /** Measures the training step on made-up samples. */
  static DeviceRate measured(Entrant entrant, int units, int batch) {
    SampleMatrix samples = Waves.samples(2 * batch * ThroughputRace.TIME_STEPS);
    var work = new Work(Cell.TANH, units, batch);
    double rate = ThroughputRace.medians(work, List.of(entrant), samples, ROUNDS).get(0);
    var measured = new DeviceRate(name(entrant), units, batch, rate);
    System.err.printf(
        Locale.ROOT, "%s, 2×%d, %d: %.0f/s%n", measured.name, units, batch, measured.rate);
    return measured;
  }

  private static String name(Entrant entrant) {
    Device device = entrant.device();
    String place = device.usesGpus() ? "GPU" : "processor, " + device.threads() + " threads";
    return (place + ", " + entrant.engine() + ", " + device.precision()).toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #line} gives, and what a peer prints. */
  static DeviceRate of(String line) {
    String[] cells = line.split("\t", -1);
    return new DeviceRate(
        cells[0],
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        Double.parseDouble(cells[3]));
  }

  /** Returns name, units, batch and rate, separated by tabs. */
  String line() {
    return String.join(
        "\t", name, Integer.toString(units), Integer.toString(batch), Double.toString(rate));
  }
}
