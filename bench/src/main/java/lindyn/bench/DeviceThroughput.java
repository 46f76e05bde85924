package lindyn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lindyn.bench.ThroughputRace.Entrant;
import lindyn.bench.ThroughputRace.Work;
import lindyn.data.SampleMatrix;
import lindyn.device.CudaSetup;
import lindyn.device.Device;
import lindyn.device.DeviceCode;
import lindyn.device.Diagnosis;
import lindyn.lstm.LstmConfig.Cell;
import lindyn.lstm.graph.Engine;
import lindyn.report.Axis;
import lindyn.report.Chart;
import lindyn.report.Colour;
import lindyn.report.Document;
import lindyn.report.Document.Block;
import lindyn.report.Document.Figure;
import lindyn.report.Document.Paragraph;
import lindyn.report.Document.Table;
import lindyn.report.LineChart;
import lindyn.report.Series;
import lindyn.run.Machine;

/**
 * Time steps per second of the training step against batch and width, on the processor and on a GPU
 * if one can be used, as a table and plots. Expect the processor to be ahead with small networks
 * and batches, and the GPU by far with 256 units.
 */
public final class DeviceThroughput {

  private static final int SMALL = 10;
  private static final int LARGE = 256;
  private static final int[] BATCHES = {128, 512, 2048, 8192};
  private static final int ROUNDS = 5;
  private static final Device.Gpus GPU = new Device.Gpus(List.of(0));

  /** A step of a large network takes a processor seconds with a larger batch. */
  private static final int LARGEST_OF_PROCESSOR = 512;

  private DeviceThroughput() {}

  /**
   * A measured rate.
   *
   * @param name what was measured
   * @param units hidden units per layer
   * @param batch sequences per update
   * @param rate time steps per second
   */
  private record Rate(String name, int units, int batch, double rate) {

    /** Reads what a peer prints: name, units, batch and rate, separated by tabs. */
    private static Rate of(String line) {
      String[] cells = line.split("\t", -1);
      return new Rate(
          cells[0],
          Integer.parseInt(cells[1]),
          Integer.parseInt(cells[2]),
          Double.parseDouble(cells[3]));
    }
  }

  /** Takes the folder to write to, and a file with rates of peers if there are any. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (hasGpu()) {
      CudaSetup.prepare(GPU); // before TensorFlow is used at all
    }
    List<Rate> rates = new ArrayList<>();
    for (int units : new int[] {SMALL, LARGE}) {
      for (int batch : BATCHES) {
        measure(units, batch, rates);
      }
    }
    if (arguments.length > 1) {
      Files.readAllLines(Path.of(arguments[1])).stream().map(Rate::of).forEach(rates::add);
    }
    document(rates).write(folder);
  }

  private static Document document(List<Rate> rates) {
    Diagnosis diagnosis = Diagnosis.ofThisMachine();
    String gpu =
        diagnosis.obstacles().isEmpty()
            ? "GPU: " + diagnosis.driver().gpus().get(0).name() + "."
            : "No GPU was measured: " + String.join("; and ", diagnosis.obstacles()) + ".";
    Machine machine = Machine.current();
    String text =
        String.format(
            "Time steps per second of one training step (forward, backward, Adagrad; the median of"
                + " %d rounds) on sequences of %d steps of 15 inputs and 5 joints, without"
                + " compilation. Processor: %s, %d threads. %s",
            ROUNDS, ThroughputRace.TIME_STEPS, machine.processor(), machine.processors(), gpu);
    List<Block> blocks = new ArrayList<>(List.of(new Paragraph(text), table(rates)));
    blocks.add(
        new Figure(
            "throughput",
            "Training throughput against the batch",
            IntStream.of(SMALL, LARGE).<Chart>mapToObj(units -> plot(rates, units)).toList()));
    return new Document("Training throughput by device", blocks);
  }

  private static void measure(int units, int batch, List<Rate> rates) {
    SampleMatrix samples = Waves.samples(2 * batch * ThroughputRace.TIME_STEPS);
    for (Entrant entrant : entrants(units, batch)) {
      var work = new Work(Cell.TANH, units, batch);
      double rate = ThroughputRace.medians(work, List.of(entrant), samples, ROUNDS).get(0);
      rates.add(new Rate(name(entrant), units, batch, rate));
      System.err.printf(Locale.ROOT, "%s, 2×%d, %d: %.0f/s%n", name(entrant), units, batch, rate);
    }
  }

  private static List<Entrant> entrants(int units, int batch) {
    List<Entrant> entrants = new ArrayList<>();
    if (units == SMALL || batch <= LARGEST_OF_PROCESSOR) {
      int threads = Runtime.getRuntime().availableProcessors();
      entrants.add(new Entrant(Engine.COMPILED, new Device.Cpu(threads)));
    }
    if (hasGpu()) {
      entrants.add(new Entrant(Engine.BLOCK, GPU));
      if (DeviceCode.isThere()) {
        entrants.add(new Entrant(Engine.COMPILED, GPU));
      }
    }
    return entrants;
  }

  private static boolean hasGpu() {
    return CudaSetup.obstacles().isEmpty();
  }

  private static String name(Entrant entrant) {
    String engine = entrant.engine().name().toLowerCase(Locale.ROOT);
    return entrant.device() instanceof Device.Cpu cpu
        ? "processor, " + cpu.threads() + " threads, " + engine
        : "GPU, " + engine;
  }

  private static Table table(List<Rate> rates) {
    return new Table(
        "Million time steps per second",
        List.of("network", "batch", "on", "rate"),
        rates.stream()
            .map(
                rate ->
                    List.of(
                        "2×" + rate.units(),
                        Integer.toString(rate.batch()),
                        rate.name(),
                        String.format(Locale.ROOT, "%.3g", rate.rate() / 1e6)))
            .toList());
  }

  private static LineChart plot(List<Rate> rates, int units) {
    Map<String, List<Rate>> byName = new LinkedHashMap<>();
    rates.stream()
        .filter(rate -> rate.units() == units)
        .forEach(rate -> byName.computeIfAbsent(rate.name(), name -> new ArrayList<>()).add(rate));
    List<Series> lines = new ArrayList<>();
    byName.forEach(
        (name, measured) ->
            lines.add(
                Series.of(
                    name,
                    Colour.ofSeries(lines.size()),
                    measured.stream().mapToDouble(Rate::batch).toArray(),
                    measured.stream().mapToDouble(rate -> rate.rate() / 1e6).toArray())));
    return new LineChart(
        "Two layers of " + units + " units",
        Axis.logarithmic("sequences per batch"),
        Axis.logarithmic("million time steps per second, 2×" + units + " units"),
        lines,
        List.of());
  }
}
