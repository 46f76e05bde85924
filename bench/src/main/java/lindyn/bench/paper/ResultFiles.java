package lindyn.bench.paper;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lindyn.bench.job.Job;
import lindyn.bench.job.Labels;
import lindyn.bench.job.Outcome;
import lindyn.run.AtomicFile;
import lindyn.run.Json;

/** All numbers of all jobs: a tidy table, one number per row, as CSV and as JSON. */
public final class ResultFiles {

  private static final List<String> COLUMNS =
      List.of("task", "model", "samples", "setting", "repeat", "quantity", "value");

  private ResultFiles() {}

  /**
   * A number.
   *
   * @param task what was done
   * @param model name of the model
   * @param samples n
   * @param setting what else there is to choose
   * @param repeat from 1
   * @param quantity what was measured
   * @param value how much; not finite where a model diverged
   */
  record Row(
      String task,
      String model,
      int samples,
      String setting,
      int repeat,
      String quantity,
      double value) {

    String csv() {
      return String.join(
          ",",
          task,
          model,
          Integer.toString(samples),
          setting,
          Integer.toString(repeat),
          quantity,
          Double.toString(value));
    }
  }

  /** Writes results.csv and results.json into a folder. */
  public static void write(Path folder, List<Job> jobs, Map<Labels, Outcome> outcomes) {
    List<Row> rows = jobs.stream().flatMap(job -> rows(job.labels(), outcomes).stream()).toList();
    var csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    rows.forEach(row -> csv.append(row.csv()).append('\n'));
    AtomicFile.write(folder.resolve("results.csv"), csv.toString());
    AtomicFile.write(folder.resolve("results.json"), Json.text(rows) + "\n");
  }

  private static List<Row> rows(Labels labels, Map<Labels, Outcome> outcomes) {
    Outcome outcome = outcomes.get(labels);
    Map<String, Double> numbers = outcome == null ? new LinkedHashMap<>() : outcome.numbers();
    return new TreeMap<>(numbers)
        .entrySet().stream()
            .map(
                number ->
                    new Row(
                        labels.task(),
                        labels.model(),
                        labels.samples(),
                        labels.setting(),
                        labels.repeat(),
                        number.getKey(),
                        number.getValue()))
            .toList();
  }
}
