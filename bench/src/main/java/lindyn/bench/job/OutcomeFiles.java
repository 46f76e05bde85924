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

/**
 * Outcomes of jobs, one file each, which appears complete or not at all. Any number of threads may
 * use this.
 *
 * @param folder where they are
 */
public record OutcomeFiles(Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Returns the outcome of a job, if it is there.
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
      return Optional.of(
          new Outcome(
              values(root.path("numbers"), OutcomeFiles::number),
              values(root.path("series"), OutcomeFiles::series)));
    } catch (IOException e) {
      throw new InputException(
          file
              + " is damaged (expected JSON with numbers and series); delete it to run the job again",
          e);
    }
  }

  /** Keeps an outcome, instead of an earlier one. */
  public void keep(Job job, Outcome outcome) {
    Path file = file(job);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + file.getParent(), e);
    }
    AtomicFile.write(file, outcome.json());
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
    return node.isNumber() ? node.doubleValue() : Double.POSITIVE_INFINITY;
  }

  private static List<Double> series(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(OutcomeFiles::number).toList();
  }
}
