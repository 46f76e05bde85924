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
import lindyn.device.CudaCompiler;
import lindyn.device.CudaSetup;
import lindyn.device.Device;
import lindyn.device.Diagnosis;
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

  private static final Device.Gpus GPU = new Device.Gpus(List.of(0));
  private static final Device.Gpus BFLOAT16 =
      new Device.Gpus(List.of(0), 1, Device.Precision.BFLOAT16);

  private static final int LARGE = 256;

  /** A step of a large network takes a processor seconds with a larger batch. */
  private static final int LARGEST_OF_PROCESSOR = 512;

  private DeviceThroughput() {}

  /** Takes the folder to write to, and a file with rates of peers if there are any. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (hasGpu()) {
      CudaSetup.prepare(GPU); // before TensorFlow is used at all
    }
    List<DeviceRate> rates = new ArrayList<>();
    for (int units : DeviceRate.UNITS) {
      for (int batch : DeviceRate.BATCHES) {
        entrants(units, batch).forEach(one -> rates.add(DeviceRate.measured(one, units, batch)));
      }
    }
    if (arguments.length > 1) {
      Files.readAllLines(Path.of(arguments[1])).stream().map(DeviceRate::of).forEach(rates::add);
    }
    document(rates).write(folder);
  }

  private static Document document(List<DeviceRate> rates) {
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
            DeviceRate.ROUNDS,
            ThroughputRace.TIME_STEPS,
            machine.processor(),
            machine.processors(),
            gpu);
    List<Block> blocks = new ArrayList<>(List.of(new Paragraph(text), table(rates)));
    blocks.add(
        new Figure(
            "throughput",
            "Training throughput against the batch",
            IntStream.of(DeviceRate.UNITS).<Chart>mapToObj(units -> plot(rates, units)).toList()));
    return new Document("Training throughput by device", blocks);
  }

  private static List<Entrant> entrants(int units, int batch) {
    List<Entrant> entrants = new ArrayList<>();
    if (units < LARGE || batch <= LARGEST_OF_PROCESSOR) {
      int threads = Runtime.getRuntime().availableProcessors();
      entrants.add(new Entrant(Engine.COMPILED, new Device.Cpu(threads)));
    }
    if (hasGpu()) {
      entrants.add(new Entrant(Engine.BLOCK, GPU));
      if (CudaCompiler.isThere()) {
        entrants.add(new Entrant(Engine.COMPILED, GPU));
        entrants.add(new Entrant(Engine.COMPILED, BFLOAT16));
      }
    }
    return entrants;
  }

  private static boolean hasGpu() {
    return CudaSetup.obstacles().isEmpty();
  }

  private static Table table(List<DeviceRate> rates) {
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

  private static LineChart plot(List<DeviceRate> rates, int units) {
    Map<String, List<DeviceRate>> byName = new LinkedHashMap<>();
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
                    measured.stream().mapToDouble(DeviceRate::batch).toArray(),
                    measured.stream().mapToDouble(rate -> rate.rate() / 1e6).toArray())));
    return new LineChart(
        "Two layers of " + units + " units",
        Axis.logarithmic("sequences per batch"),
        Axis.logarithmic("million time steps per second, 2×" + units + " units"),
        lines,
        List.of());
  }
}
