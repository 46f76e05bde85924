package lindyn.bench.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import lindyn.InputException;
import lindyn.run.AtomicFile;
import lindyn.run.Json;

/**
 * Outcomes of jobs, one file each, which appears complete or not at all. Any number of threads may
 * use this.
 *
 * @param folder where they are
 */
public record OutcomeFiles(Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Returns the outcome of a job, if there is one of the same settings.
   *
   * @throws InputException if its file is damaged
   */
  public Optional<Outcome> find(Job job) {
    Path file = file(job);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      return root.path("settings").asText().equals(job.settings())
          ? Optional.of(
              new Outcome(
                  values(root.path("numbers"), OutcomeFiles::number),
                  values(root.path("series"), OutcomeFiles::series)))
          : Optional.empty();
    } catch (IOException e) {
      throw new InputException(
          file
              + " is damaged (expected JSON with numbers and series); delete it to run the job again",
          e);
    }
  }

  /**
   * The content of a file.
   *
   * @param settings of the job
   * @param numbers of its outcome
   * @param series of its outcome
   */
  record Kept(String settings, Map<String, Double> numbers, Map<String, List<Double>> series) {}

  /** Keeps an outcome, instead of an earlier one. */
  public void keep(Job job, Outcome outcome) {
    Path file = file(job);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + file.getParent(), e);
    }
    var kept = new Kept(job.settings(), outcome.numbers(), outcome.series());
    AtomicFile.write(file, Json.text(kept) + "\n");
  }

  /** Removes the outcome of a job, if it is there. */
  public void forget(Job job) {
    try {
      Files.deleteIfExists(file(job));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file(job), e);
    }
  }

  private Path file(Job job) {
    return folder.resolve(job.labels().path() + ".json");
  }

  private static <T> Map<String, T> values(JsonNode object, Function<JsonNode, T> value) {
    Map<String, T> values = new LinkedHashMap<>();
    object.properties().forEach(entry -> values.put(entry.getKey(), value.apply(entry.getValue())));
    return values;
  }

  /** JSON has no number that is not finite. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Outcome.DIVERGED;
  }

  private static List<Double> series(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(OutcomeFiles::number).toList();
  }
}
