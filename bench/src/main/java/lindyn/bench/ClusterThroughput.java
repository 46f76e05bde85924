package lindyn.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lindyn.bench.ThroughputRace.Entrant;
import lindyn.bench.ThroughputRace.Work;
import lindyn.data.SampleMatrix;
import lindyn.device.ClusterFile;
import lindyn.device.ClusterMembers;
import lindyn.device.Device;
import lindyn.file.InputFile;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.graph.Engine;

/**
 * Time of a training step of one process with one thread and with two, and of two processes on this
 * machine, which average gradients at each step or weights every 16 steps. Expect two processes to
 * cost a millisecond or two per step, and so to pay with large networks and batches alone.
 */
public final class ClusterThroughput {

  private static final int ROUNDS = 5;
  private static final int EVERY = 16;

  private ClusterThroughput() {}

  /** Takes the cluster's file, with two addresses; the worker runs already. */
  public static void main(String[] arguments) {
    List<String> addresses = ClusterFile.read(new InputFile(Path.of(arguments[0])));
    var two = new Device.Cluster(addresses, List.of(0, 1), Device.ONE_THREAD, 1);
    ClusterMembers.gather(two, silent -> System.err.println("waiting for " + silent));
    List<Device> devices =
        List.of(
            new Device.Cpu(1),
            new Device.Cpu(2),
            two,
            new Device.Cluster(addresses, List.of(0, 1), Device.ONE_THREAD, EVERY));
    List<Entrant> entrants =
        devices.stream().map(device -> new Entrant(Engine.COMPILED, device)).toList();
    System.out.println(
        "| network | batch | one thread, ms | two threads | two processes | every "
            + EVERY
            + " steps |\n|---|---|---|---|---|---|");
    for (Work work :
        List.of(
            new Work(Cell.TANH, 10, 128),
            new Work(Cell.TANH, 10, 1024),
            new Work(Cell.TANH, 64, 256),
            new Work(Cell.TANH, 256, 256))) {
      SampleMatrix samples = Waves.samples(2 * work.batch() * ThroughputRace.TIME_STEPS);
      List<Double> rates = ThroughputRace.medians(work, entrants, samples, ROUNDS);
      var line = new StringBuilder(String.format("| 2×%d | %d |", work.units(), work.batch()));
      for (double rate : rates) {
        double milliseconds = 1e3 * work.batch() * ThroughputRace.TIME_STEPS / rate;
        line.append(String.format(Locale.ROOT, " %.1f |", milliseconds));
      }
      System.out.println(line);
    }
    System.exit(0); // TensorFlow's server cannot be stopped
  }
}
