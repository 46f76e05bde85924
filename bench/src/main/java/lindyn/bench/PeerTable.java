package lindyn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Time steps per second of Lindyn and its peers on one problem with one number of threads: medians
 * and their ratio to Lindyn's.
 */
public final class PeerTable {

  /**
   * Losses of float32 programs that add in different orders differ by less than this, relatively; a
   * wrong gate, bias or optimiser shows as more than 1 %.
   */
  static final double TOLERANCE = 1e-3;

  private final String title;
  private final PeerLosses expected;
  private final Map<String, List<PeerRun>> runs = new LinkedHashMap<>();

  PeerTable(String title, PeerLosses expected) {
    this.title = title;
    this.expected = expected;
  }

  /**
   * Prints the tables of all runs on standard input: lines of a problem's folder, a number of
   * threads and what a peer said, separated by tabs. Exits with 1 if a peer's losses are not
   * Lindyn's.
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, PeerTable> tables = new LinkedHashMap<>();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.split("\t", 3);
      var folder = new PeerFolder(Path.of(fields[0]));
      String title = folder.job() + ", threads: " + fields[1];
      PeerTable table = tables.get(title);
      if (table == null) {
        table = new PeerTable(title, folder.losses());
        tables.put(title, table);
      }
      table.add(PeerRun.ofLine(fields[2]));
    }
    tables.values().forEach(System.out::println);
    if (!tables.values().stream().allMatch(PeerTable::agrees)) {
      System.exit(1);
    }
  }

  void add(PeerRun run) {
    runs.computeIfAbsent(run.name(), name -> new ArrayList<>()).add(run);
  }

  /** Tells whether all runs have Lindyn's losses. */
  boolean agrees() {
    return runs.values().stream().allMatch(each -> deviation(each) <= TOLERANCE);
  }

  private double deviation(List<PeerRun> peer) {
    return peer.stream()
        .mapToDouble(run -> run.losses().deviationFrom(expected))
        .reduce(0, Math::max); // NaN stays NaN
  }

  @Override
  public String toString() {
    var table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%s%n%-34s %4s %14s %20s %9s  %s%n",
            title,
            "",
            "runs",
            "steps/s, 1000s",
            "(range)",
            "x Lindyn",
            "loss differs by"));
    double lindyn = median(runs.getOrDefault(lindynsName(), List.of()));
    runs.forEach((name, each) -> table.append(row(name, each, lindyn)));
    return table.toString();
  }

  private String lindynsName() {
    return runs.keySet().stream().filter(name -> name.startsWith("Lindyn")).findFirst().orElse("");
  }

  private String row(String name, List<PeerRun> peer, double lindyn) {
    DescriptiveStatistics rates = rates(peer);
    String range =
        String.format(Locale.ROOT, "(%.1f to %.1f)", rates.getMin() / 1e3, rates.getMax() / 1e3);
    return String.format(
        Locale.ROOT,
        "%-34s %4d %14.1f %20s %9.2f  %.1e%s%n",
        name,
        peer.size(),
        rates.getPercentile(50) / 1e3,
        range,
        rates.getPercentile(50) / lindyn,
        deviation(peer),
        deviation(peer) <= TOLERANCE ? "" : ": not the same training");
  }

  private static double median(List<PeerRun> peer) {
    return rates(peer).getPercentile(50);
  }

  private static DescriptiveStatistics rates(List<PeerRun> peer) {
    return new DescriptiveStatistics(
        peer.stream().mapToDouble(PeerRun::timeStepsPerSecond).toArray());
  }
}
