package lindyn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lindyn.data.SampleMatrix;
import lindyn.device.Device;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.graph.Engine;

/**
 * Time steps per second of the training step: forward, backward and Adagrad, without compilation.
 *
 * <p>The work is that of the paper, 15 inputs and 5 joints, on sequences of 64 steps. All engines
 * and numbers of threads take turns, so that a busy machine slows all of them; numbers are medians.
 * Expect the sigmoid cell to be as fast as the tanh cell, and the compiled engine to be twice as
 * fast as the block engine.
 */
public final class TrainingThroughput {

  private static final int SAMPLES = 70_000; // two batches of the largest size
  private static final int[] BATCHES = {128, 512};
  private static final int[] THREADS = {1, 2};
  private static final int SMALL = 10;
  private static final int LARGE = 256;

  private TrainingThroughput() {}

  /** Prints one line per network, cell and batch; takes the number of rounds, 7 without. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
    SampleMatrix samples = Waves.samples(SAMPLES);
    System.out.println("thousand time steps per second, 2 layers, T=64; engine/threads");
    System.out.printf("%-8s%-9s%6s", "units", "cell", "batch");
    for (Engine engine : Engine.values()) {
      for (int threads : THREADS) {
        System.out.printf("%13s", engine.name().toLowerCase(Locale.ROOT) + "/" + threads);
      }
    }
    System.out.println();
    for (int units : new int[] {SMALL, LARGE}) {
      for (Cell cell : Cell.values()) {
        for (int batch : BATCHES) {
          line(new ThroughputRace.Work(cell, units, batch), samples, rounds);
        }
      }
    }
  }

  private static void line(ThroughputRace.Work work, SampleMatrix samples, int rounds) {
    System.out.printf(
        "%-8s%-9s%6d",
        "2x" + work.units(), work.cell().name().toLowerCase(Locale.ROOT), work.batch());
    List<ThroughputRace.Entrant> entrants = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      for (int threads : THREADS) {
        entrants.add(new ThroughputRace.Entrant(engine, new Device.Cpu(threads)));
      }
    }
    List<ThroughputRace.Entrant> able =
        entrants.stream().filter(entrant -> canRun(entrant.engine(), work)).toList();
    List<Double> rates = ThroughputRace.medians(work, able, samples, rounds);
    for (ThroughputRace.Entrant entrant : entrants) {
      int place = able.indexOf(entrant);
      System.out.printf(
          Locale.ROOT, "%13s", place < 0 ? "-" : String.format("%.0f", rates.get(place) / 1e3));
    }
    System.out.println();
  }

  /** The reference engine is for small networks: its graph has an operation for every step. */
  private static boolean canRun(Engine engine, ThroughputRace.Work work) {
    return engine.computes(work.cell()) && (engine != Engine.REFERENCE || work.units() == SMALL);
  }
}
